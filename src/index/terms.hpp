#pragma once
// How words, values and dates are spelt in the index. docs/file-format.md describes the same; a
// change here needs a new index_schema.
//
//   oil            a word of headline, subheadline, byline, summary or body, with its positions
//   Soil           the same in the headline (and so on, by Field::prefix), without positions
//   Zoil  ZSoil    its stem, likewise
//   XNoil  ZXNoil  it stands in the article, but not in the body (boolean)
//   XSOle monde    a value, folded (boolean)
//   XREamericas/caribbean  XREcaribbean  what a place is part of, and its last name (boolean)
//   XPAemail  XPAemail/jo@example.org  XPAjo@example.org  what stands in the text in a fixed form
//   XPPle guin     a name's key (boolean); of a person each word of it, too, and where it is
//   XPP=guin       but one word this, for who is called nothing else
//   XMS XMP        marks: positions at which a sentence, a paragraph begins (in every text field)
//   XMC XMA        marks: positions of words with a capital letter, with nothing but capitals
#include <array>
#include <chrono>
#include <cstdint>
#include <morgue/entity.hpp>
#include <morgue/field.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::index {

inline constexpr int index_schema = 4;  // grows when segments must be rebuilt

inline constexpr std::string_view stem_prefix = "Z";
inline constexpr std::string_view not_in_body_prefix = "XN";

enum class Mark : std::uint8_t { sentence, paragraph, capital, capitals, count };
inline constexpr std::array<std::string_view, std::size_t(Mark::count)> mark_terms{"XMS", "XMP",
                                                                                   "XMC", "XMA"};

// Positions: the body counts from 1; every other text field has a stretch of its own far behind,
// so that no phrase or distance reaches from one field into another.
inline constexpr std::uint32_t body_end = 1u << 20;
inline constexpr std::uint32_t field_stretch = 1u << 16;

struct PositionRange {
    std::uint32_t first, last;  // inclusive
};
PositionRange positions_of(Field::Id text_field);

// Value slots.
enum Slot : std::uint32_t { date_first, date_last, updated_at, added_at, word_count };

// Order-preserving: seconds since year 1 in 5 bytes, numbers in 4.
std::string encode_time(std::chrono::sys_seconds when);
std::chrono::sys_seconds decode_time(std::string_view value);
std::string encode_number(std::uint64_t number);
std::uint64_t decode_number(std::string_view value);

// The boolean term of a value: prefix + folded value, cut to fit with a fingerprint at its end.
std::string value_term(Field::Id field, std::string_view value);

// The boolean term of an entity's whole name, by its text::name_key.
std::string name_term(Field::Id field, std::string_view key);

Field::Id field_of(Entity::Kind kind);
std::optional<Entity::Kind> kind_of(Field::Id field);

// The boolean term of articles in which a field is known.
std::string has_term(Field::Id field);

// A value with wildcards (*), spelt as values are in terms.
std::string value_pattern(Field::Id field, std::string_view value);

}  // namespace morgue::index
