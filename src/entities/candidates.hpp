#pragma once
// Where names may stand in a text: stretches of capitalised words, cut where one name ends and the
// next begins. What each of them names is decided later, from all of the article.
#include <vector>

#include "entities/lexicon.hpp"

namespace morgue::entities {

struct Candidate {
    enum class Pattern : std::uint8_t {
        plain,         // capitalised, nothing else known
        gazetteer,     // a phrase or a word of the lexicon, see `traits`
        organisation,  // closed by Corp, headed by Ministry of ...
        place,         // closed by River, opened by Mount
    };

    std::uint32_t first = 0, last = 0;  // tokens, end exclusive
    std::uint32_t words = 0;
    std::uint64_t form = 0;  // hash of its words: equal for all its mentions
    Traits traits = 0;       // what the gazetteer says of the whole name
    Pattern pattern = Pattern::plain;
    bool titled = false;  // President ...
};

// The candidates of all sentences that are not shouted, in order, not overlapping. Linear.
std::vector<Candidate> find_candidates(const std::vector<Token>& tokens, const Lexicon& lexicon);

// The hash and the number of the words in a range of tokens.
void measure(const std::vector<Token>& tokens, Candidate& candidate);

}  // namespace morgue::entities
