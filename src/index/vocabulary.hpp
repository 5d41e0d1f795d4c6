#pragma once
// Looking words up in the index's own list of terms.
#include <string>
#include <vector>

#include "index/term_walk.hpp"

namespace morgue::index {

// The words after `prefix` (of a field; may be empty) that something matches, at most `most`: the
// most frequent ones, in order. `total`: how many there are.
struct Expansion {
    std::vector<std::string> words;
    std::size_t total = 0;
};

// The words that match a folded pattern: text::matches().
Expansion words_like(const TermLists& lists, const std::string& prefix, const std::string& pattern,
                     std::size_t most);

// The words at most so many edits from a folded word: text::Fuzzy.
Expansion words_near(const TermLists& lists, const std::string& prefix, const std::string& word,
                     unsigned edits, std::size_t most);

// Every word that begins so, without counting how frequent it is.
std::vector<std::string> words_beginning(const TermLists& lists, const std::string& beginning);

}  // namespace morgue::index
