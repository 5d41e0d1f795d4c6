#pragma once
// Annotated text to learn from: CoNLL files made into plain text with marked names, so that
// learning sees what recognising will see.
#include <morgue/entity.hpp>
#include <string>
#include <vector>

namespace morgue::train {

struct Name {
    Entity::Kind kind;
    std::size_t begin, end;  // bytes of the text
    bool operator==(const Name&) const = default;
};

struct AnnotatedText {
    std::string text;
    std::vector<Name> names;  // by position, not overlapping
};

// As it is, with every word in capitals or capitalised, or only the first sentence capitalised.
enum class Recase { none, caps, title, headline };

// Lines "token<TAB>tag" with IOB2 tags (PER, ORG, LOC; others count as none), blank lines between
// sentences, -DOCSTART- before documents. Throws for a file that cannot be read.
class Corpus {
public:
    explicit Corpus(const std::string& path);

    std::size_t size() const { return documents_.size(); }
    AnnotatedText text(std::size_t document, Recase recase = Recase::none) const;

private:
    struct Token {
        std::string form;
        std::string tag;
    };
    using Sentence = std::vector<Token>;

    bool splits_hyphens() const;

    std::vector<std::vector<Sentence>> documents_;
    bool splits_hyphens_ = false;  // "US - led" stands for "US-led"
};

}  // namespace morgue::train
