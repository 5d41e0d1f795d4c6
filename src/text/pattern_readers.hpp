#pragma once
// How each kind of pattern is read, where something tells that there may be one.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

// What a language writes before decimals; of some it depends on the country.
enum class DecimalMark : unsigned char { point, comma, either };

struct PatternPlace {
    std::string_view text;
    std::size_t at;    // the byte that tells: see each reader
    std::size_t from;  // nothing before is looked at: it was read already
    DecimalMark decimal_mark = DecimalMark::point;
};

struct PatternsRead {
    std::size_t end;                  // where to read on
    std::vector<std::string> values;  // with their kind
};

using PatternReading = std::optional<PatternsRead>;

PatternReading read_email(const PatternPlace& place);  // at @
PatternReading read_url(const PatternPlace& place);    // at :// or the full stop of www.
PatternReading read_phone(const PatternPlace& place);  // at the first digit
PatternReading read_iban(const PatternPlace& place);   // at the first check digit
PatternReading read_money(const PatternPlace& place);  // at the first digit of the number

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char c) {
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}
constexpr bool is_ascii_alnum(char c) {
    return is_digit(c) || is_ascii_letter(c);
}

// Whether a letter, of any alphabet, or a digit ends right before `at`, or begins there.
bool word_before(std::string_view text, std::size_t at);
bool word_at(std::string_view text, std::size_t at);

std::string ascii_lower(std::string_view text);

}  // namespace morgue::text
