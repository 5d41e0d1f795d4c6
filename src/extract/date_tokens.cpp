#include "extract/date_tokens.hpp"

#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t longest_text = 200, most_tokens = 48;
constexpr std::size_t compact_moment = 14, compact_day = 8;  // digits of 20250928101500, 20250928

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// The beginning, cut between two characters and with dashes and dots of every kind made plain.
std::string plain_beginning(std::string_view text) {
    auto start = std::size_t{0};
    while (start < text.size() && is_blank(text[start])) ++start;
    text.remove_prefix(start);
    auto length = std::min(text.size(), longest_text);
    while (length > 0 && length < text.size() && (text[length] & 0xC0) == 0x80) --length;
    std::string plain;
    for (std::size_t at = 0; at < length;) {
        const auto c = text::decode(text.substr(0, length), at);
        if (c == U'\u2010' || c == U'\u2011' || (c >= U'\u2013' && c <= U'\u2015') ||
            c == U'\u2212')
            plain += '-';
        else if (c == U'\u00B7' || c == U'\u2022')
            plain += '|';
        else if (c == U'\u2019')
            plain += '\'';
        else if (text::is_space(c) || c == U'\u200E' || c == U'\u200F')
            plain += ' ';
        else
            text::append(plain, c);
    }
    return text::fold(plain);
}

}  // namespace

DateTokens::DateTokens(std::string_view text) : folded_(plain_beginning(text)) {
    const std::string_view all = folded_;
    bool spaced = false;
    for (std::size_t at = 0; at < all.size() && tokens_.size() < most_tokens;) {
        if (is_blank(all[at])) {
            spaced = true;
            ++at;
            continue;
        }
        auto end = at + 1;
        DateToken token{.kind = DateToken::Kind::mark, .text = {}, .spaced = spaced, .value = 0};
        if (is_digit(all[at])) {
            token.kind = DateToken::Kind::number;
            while (end < all.size() && is_digit(all[end])) ++end;
            if (end - at == compact_moment) end = at + compact_day;
        } else if (is_letter(all[at])) {
            token.kind = DateToken::Kind::word;
            while (end < all.size() && is_letter(all[end])) ++end;
        }
        token.text = all.substr(at, end - at);
        if (token.is_number(1, 9))
            for (const char c : token.text) token.value = token.value * 10 + unsigned(c - '0');
        tokens_.push_back(token);
        spaced = false;
        at = end;
    }
}

}  // namespace morgue::extract
