#pragma once
// Where in an article words, phrases and distances hold: trees of places, and finding their spans
// in lists of positions. Pure: knows nothing of Xapian.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "index/terms.hpp"
#include "query/ast.hpp"

namespace morgue::index {

using Positions = std::vector<std::uint32_t>;  // ascending

struct Span {
    std::uint32_t first, last;  // positions, inclusive
    auto operator<=>(const Span&) const = default;
};
using Spans = std::vector<Span>;  // ascending, no two alike

struct Place {
    enum class Kind : std::uint8_t {
        words,     // any of the words
        sequence,  // its parts (of kind words), one after the other
        window,    // its parts (of kind words, one word each), at most `number` from first to last
        any,       // any of its parts
        near,      // two parts: query::Near
        first,     // its part, within the first `number` words of the body
    };

    Kind kind = Kind::words;
    std::vector<std::string> words;             // terms with positions; sorted
    query::InField field;                       // of kind words: where they must stand
    std::optional<query::Cased::Case> letters;  // of kind words: how they must be written
    std::size_t leaf = 0;                       // of kind words: its number in the tree, from 0
    std::vector<Place> of;
    query::Near near;  // without its operands
    std::uint32_t number = 0;
};

// Numbers the leaves of a tree; how many there are.
std::size_t number_leaves(Place& place, std::size_t from = 0);

// Positions in order, one after the other.
class PositionStream {
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    virtual ~PositionStream() = default;
    // The first that is not less, or none; never back.
    virtual std::uint32_t skip_to(std::uint32_t least) = 0;
};

// The positions of one article, read only when they are asked for.
class PositionReader {
public:
    virtual ~PositionReader() = default;
    // The same as below, wherever they stand, for who needs the first ones only; valid until the
    // next article.
    virtual PositionStream& stream(const Place& leaf) = 0;
    virtual PositionStream& stream(Mark mark) = 0;
    // Of all the leaf's words, within the range.
    virtual Positions words(const Place& leaf, PositionRange within) = 0;
    virtual const Positions& marks(Mark mark) = 0;
};

// Every span of the place, but at most `max_spans` of one NEAR.
Spans spans(const Place& place, PositionReader& reader);
inline constexpr std::size_t max_spans = 1 << 16;

// Whether the place has `times` spans that do not overlap.
bool holds(const Place& place, std::uint32_t times, PositionReader& reader);

// E.g. (oil|oils near/5 "price cap").
std::string describe(const Place& place);

}  // namespace morgue::index
