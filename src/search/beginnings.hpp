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
    Beginnings();

    // A folded word that begins with these letters matters; with none, every word does.
    void add(std::string_view folded);

    // The next stretch from `at` on, free of white space, in which a word may matter; empty at the
    // end.
    std::string_view next(std::string_view text, std::size_t at) const;

private:
    using Pairs = std::bitset<65536>;  // of bytes

    static void add_pair(Pairs& pairs, unsigned char first, unsigned char second);
    static void add_after(Pairs& pairs, std::string_view letters);
    bool goes_on(std::string_view text, std::size_t at) const;
    std::size_t next_beginning(std::string_view text, std::size_t at) const;

    enum Flag : unsigned char { in_word = 1, begins = 2 };  // letters; first bytes of words
    std::array<unsigned char, 256> flags_{};
    std::array<bool, 256> all_second_{};  // those after which anything may come
    std::unique_ptr<Pairs> first_two_ = std::make_unique<Pairs>();
    std::unique_ptr<Pairs> next_two_ = std::make_unique<Pairs>();  // second and third
};

}  // namespace morgue::search
