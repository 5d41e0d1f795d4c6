#pragma once
// The beginning of a text cut into numbers, words and marks, for reading dates.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::extract {

struct DateToken {
    enum class Kind : std::uint8_t { end, number, word, mark };

    Kind kind = Kind::end;
    std::string_view text;
    bool spaced = false;  // white space stands before it
    unsigned value = 0;   // of a number of up to nine digits

    bool is_number(std::size_t least, std::size_t most) const {
        return kind == Kind::number && text.size() >= least && text.size() <= most;
    }
    bool is_mark(char c) const { return kind == Kind::mark && text.front() == c; }
    bool is_mark_of(std::string_view set) const {
        return kind == Kind::mark && set.find(text.front()) != set.npos;
    }
    bool is_word() const { return kind == Kind::word; }
    bool is_word(std::string_view word) const { return is_word() && text == word; }
};

// Holds the folded text that its tokens point into; only the first few tokens are made, so a text
// of any length costs the same.
class DateTokens {
public:
    explicit DateTokens(std::string_view text);
    DateTokens(const DateTokens&) = delete;
    DateTokens& operator=(const DateTokens&) = delete;

    // The token at `i`; one of Kind::end past the last.
    const DateToken& operator[](std::size_t i) const {
        return i < tokens_.size() ? tokens_[i] : end_;
    }
    std::size_t size() const { return tokens_.size(); }

private:
    std::string folded_;
    std::vector<DateToken> tokens_;
    DateToken end_;
};

}  // namespace morgue::extract
