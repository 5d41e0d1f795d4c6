#pragma once
// How words that matter begin: lets most of a long text be passed over without cutting it into
// words.
#include <array>
#include <bitset>
#include <memory>
#include <string_view>

namespace morgue::search {

class Beginnings {
public:
    Beginnings() : pairs_(std::make_unique<std::bitset<65536>>()) {}

    // A folded word that begins with these letters matters; with none, every word does.
    void add(std::string_view folded);

    // The next stretch from `at` on, free of white space, in which a word may matter; empty at the
    // end.
    std::string_view next(std::string_view text, std::size_t at) const;

private:
    void add_pair(unsigned char first, unsigned char second);
    bool may_begin(std::string_view text, std::size_t at) const;

    std::array<bool, 256> firsts_{};             // first bytes of words
    std::unique_ptr<std::bitset<65536>> pairs_;  // their first two bytes
};

}  // namespace morgue::search
