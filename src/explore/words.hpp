#pragma once
// Texts as rows of numbered words.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::explore {

inline constexpr std::uint32_t no_word = UINT32_MAX;

// Gives each distinct word a number, from 0 in the order they are met; 4 GB of them at most.
class WordNumbers {
public:
    std::uint32_t number(std::string_view folded);
    // no_word if it was not met.
    std::uint32_t find(std::string_view folded) const;
    std::string_view word(std::uint32_t number) const {
        return std::string_view(bytes_).substr(words_[number].text, words_[number].length);
    }
    std::size_t size() const { return words_.size(); }

private:
    struct Item {
        std::uint64_t leading;  // bytes
        std::uint32_t hash, text, length;
    };

    std::size_t slot_of(std::string_view word, std::uint64_t leading, std::uint32_t hash) const;
    void grow();

    std::vector<Item> words_;
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024);  // number + 1; 0: free
    std::string bytes_;
};

struct Token {
    std::size_t begin, end;  // bytes
    std::uint32_t word;
};

// The words of a text, cut as the index cuts them; replaces what is in `out`.
void read_tokens(std::string_view text, WordNumbers& numbers, std::vector<Token>& out);

// Only where they stand: bytes. The word of a place is first_word() of its text.
using Places = std::vector<std::pair<std::size_t, std::size_t>>;
void read_places(std::string_view text, Places& out);
std::string first_word(std::string_view text);

}  // namespace morgue::explore
