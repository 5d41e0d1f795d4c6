#pragma once
// Which places of a text a query was about.
#include <string>
#include <unordered_map>
#include <vector>

#include "index/lexicon.hpp"
#include "index/stemmer.hpp"
#include "query/ast.hpp"
#include "search/beginnings.hpp"
#include "text/words.hpp"

namespace morgue::search {

// A place of a text: bytes, and the part of the query that stands there.
struct Found {
    std::size_t begin, end;
    std::size_t part;
    bool operator==(const Found&) const = default;
};

// Not shared between threads.
class Highlighter {
public:
    // `widenings`: the words that parts of the query were found to stand for.
    Highlighter(const query::Expr& expr, const std::vector<std::string>& languages,
                const std::vector<index::Widening>& widenings = {});

    bool empty() const { return parts_.empty(); }
    std::size_t parts() const { return parts_.size(); }

    // Every match, in order: a word, or all words of a phrase together.
    std::vector<Found> find(std::string_view text);

    // Byte ranges of the matches, in order and apart.
    using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;
    static Ranges ranges(const std::vector<Found>& found);
    Ranges ranges(std::string_view text) { return ranges(find(text)); }

private:
    struct Term {
        std::string word;                // folded
        bool wild = false;               // a pattern
        std::vector<std::string> stems;  // by language; empty: the word itself
    };
    using Part = std::vector<Term>;  // words that follow each other
    using Index = std::unordered_map<std::string, std::vector<std::size_t>>;

    void collect(const query::Expr& expr);
    void add_word(const query::Word& word);
    void add_phrase(const query::Phrase& phrase);
    void add_name(std::string_view name);
    void add(Part part);

    bool matches(const Term& term, const text::Word& word);
    std::size_t end_of(const Part& part, std::string_view rest);
    void find_at(const text::Word& word, std::string_view text, std::size_t offset,
                 std::vector<Found>& out);

    std::vector<index::Stemmer> stemmers_;
    std::vector<Part> parts_;
    Index by_word_;               // parts by their first word, those not stemmed
    std::vector<Index> by_stem_;  // by language: by its stem
    std::vector<std::size_t> by_pattern_;
    Beginnings beginnings_;
};

}  // namespace morgue::search
