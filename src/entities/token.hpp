#pragma once
// The words and marks of a text, and what the lexicon knows of each word.
#include <cstdint>
#include <string_view>

namespace morgue::entities {

using Traits = std::uint32_t;

namespace trait {
inline constexpr Traits given_name = 1u << 0, family_name = 1u << 1;
inline constexpr Traits courtesy = 1u << 2;     // Mr, Dr: always a title
inline constexpr Traits rank = 1u << 3;         // President, Mayor: a title in front of a name
inline constexpr Traits role = 1u << 4;         // spokesman, actor
inline constexpr Traits name_suffix = 1u << 5;  // Jr, III
inline constexpr Traits organisation_end = 1u << 6, organisation_head = 1u << 7;
inline constexpr Traits of_head = 1u << 8;  // Ministry of, University of
inline constexpr Traits organisation_front = 1u << 9;
inline constexpr Traits place_end = 1u << 10, place_front = 1u << 11;
inline constexpr Traits never = 1u << 12;    // days, months, Internet
inline constexpr Traits demonym = 1u << 13;  // peoples, languages, believers
inline constexpr Traits common = 1u << 14;   // capitalised only because a sentence begins
inline constexpr Traits place = 1u << 15, organisation = 1u << 16;
inline constexpr Traits weak = 1u << 17;  // place or organisation that is also something else
inline constexpr Traits abbreviation = 1u << 18;  // takes its dot along
inline constexpr Traits particle = 1u << 19;      // de, van, bin
inline constexpr Traits locative = 1u << 20, direction_word = 1u << 21;
inline constexpr Traits speech = 1u << 22;  // said, told
inline constexpr Traits place_noun = 1u << 23, compass = 1u << 24, organisation_noun = 1u << 25;
inline constexpr Traits phrase_start = 1u << 26;  // a phrase of the lexicon begins with it
inline constexpr Traits in_capitals = 1u << 27;   // known as an acronym, in capitals only

inline constexpr Traits title = courtesy | rank;
inline constexpr Traits known = place | organisation;
}  // namespace trait

struct Token {
    enum class Shape : std::uint8_t { mark, number, lower, capital, caps, initial, camel };

    std::uint64_t hash = 0;  // of the folded word: accents, case and dots aside
    std::uint32_t begin = 0, end = 0;
    Traits traits = 0;
    Shape shape = Shape::mark;
    char mark = 0;  // of a mark: . , : " ( ) - (joins words) ~ (a dash) & or ?
    bool has_digit = false;
    bool starts = false;   // first word of a sentence, a quotation or a paragraph
    bool shouted = false;  // in a sentence of capitals or title case: case says nothing

    bool is_word() const { return shape != Shape::mark; }
    bool is_capitalised() const { return shape >= Shape::capital; }
    bool has(Traits any) const { return (traits & any) != 0; }
};

// Folds accents, case, dots and kinds of apostrophe away.
std::uint64_t word_hash(std::string_view word);

// The hash of a sequence of words, from that of its words so far and its next.
constexpr std::uint64_t extend_hash(std::uint64_t sequence, std::uint64_t word) {
    return (sequence ^ word) * 0x9E3779B97F4A7C15u + (word >> 29);
}

}  // namespace morgue::entities
