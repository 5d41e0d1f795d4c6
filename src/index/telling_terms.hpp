#pragma once
// More like this: the terms that tell most of what an article is about, and the articles that have
// them.
#include <morgue/field.hpp>
#include <span>
#include <string>
#include <vector>

#include "index/match.hpp"
#include "index/snapshot.hpp"
#include "index/term_list.hpp"

namespace morgue::index {

struct TellingTerm {
    std::string term;                   // as the index spells it: a stem, or a name with its prefix
    std::string text;                   // a word that has the stem, or the name
    Field::Id field = Field::Id::body;  // or that of the name
    bool headline = false;
    std::uint32_t count = 0;     // in the article
    std::uint64_t articles = 0;  // of the archive
    double weight = 0;           // BM25 of the term for the article itself
};

// The `most` terms of greatest weight that at least one more article has. `terms` are all of an
// article's, `language` says how its words were stemmed.
std::vector<TellingTerm> telling_terms(const Snapshot& snapshot,
                                       const std::vector<ListedTerm>& terms,
                                       const std::string& language, std::size_t most);

// The `count` best articles among those of `within` (null: all), by falling score, then by id.
std::vector<Matched::Hit> match_terms(const Snapshot& snapshot, std::span<const TellingTerm> terms,
                                      const Compiled* within, std::size_t count);

// The share of distinct words that two articles have in common: of those that either has.
class WordSet {
public:
    explicit WordSet(const std::vector<ListedTerm>& terms);
    double overlap(const WordSet& other) const;

private:
    std::vector<std::string> words_;  // sorted
};

}  // namespace morgue::index
