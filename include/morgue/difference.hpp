#pragma once
// What is different between two articles, sentence by sentence, as a person compares them.
#include <cstdint>
#include <morgue/article.hpp>
#include <string>
#include <utility>
#include <vector>

namespace morgue {

struct SentenceChange {
    enum class Kind : std::uint8_t { kept, removed, added, reworded };
    using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;  // bytes, ascending, apart

    Kind kind = Kind::kept;
    bool paragraph = false;                // it begins one
    std::string before, after;             // the sentence; empty where the text has none
    Ranges before_changed, after_changed;  // of a reworded one: the words that differ

    bool operator==(const SentenceChange&) const = default;
};

struct FieldChange {
    std::string field, before, after;
    bool operator==(const FieldChange&) const = default;
};

struct Difference {
    std::vector<FieldChange> fields;   // all but the body, in the order of the article record
    std::vector<SentenceChange> body;  // the whole text in reading order

    std::size_t count(SentenceChange::Kind kind) const;
    bool empty() const;
};

// By `words`, punctuation, quotation marks and case make no difference, as between the copies of
// two papers, and of the fields headline, subheadline and byline are compared; by `letters`
// everything does that a reader sees.
enum class CompareBy : std::uint8_t { words, letters };

Difference difference(const Article& before, const Article& after, CompareBy by);

}  // namespace morgue
