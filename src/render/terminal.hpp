#pragma once
// Text for a terminal: colour, width, lines, and control characters made visible, so that no
// article can move the cursor, change colours or turn the direction of what is around it.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue::render {

// Where text is printed and how.
struct Style {
    bool color = false;
    bool terminal = false;  // a person is looking
    std::size_t width = 0;  // columns at which lines are wrapped; 0: never
};

enum class Color { automatic, always, never };

// What a stream of this process is. Without a terminal nothing is wrapped; automatic colour needs
// one, and neither NO_COLOR nor TERM=dumb.
Style describe(int descriptor, Color color);
std::size_t terminal_height(int descriptor);

enum class Ink {
    plain,
    headline,
    match,
    faint,
    label,
    bar,
    removed,
    added,
    removed_words,
    added_words
};

// Byte ranges of a text, in order and apart.
using Ranges = std::span<const std::pair<std::size_t, std::size_t>>;

// A newline and a tab count as control characters; ill-formed bytes become U+FFFD.
std::string visible(std::string_view text);

// Columns of visible(text).
std::size_t columns(std::string_view text);

// Cut to the columns, the last one then being an ellipsis; made visible.
std::string cut(std::string_view text, std::size_t width);

// Byte ranges of the lines into which the text is broken, at blanks where there are any.
std::vector<std::pair<std::size_t, std::size_t>> wrap(std::string_view text, std::size_t width);

// Adds the text, made visible, in a colour.
void paint(std::string& to, const Style& style, Ink ink, std::string_view text);

// Adds the part of the text between two bytes, the matches in it standing out from `ink`.
void paint_matches(std::string& to, const Style& style, Ink ink, std::string_view text,
                   std::pair<std::size_t, std::size_t> part, Ranges matches,
                   Ink match = Ink::match);

// Adds the text wrapped, each line after the indent and with a line end.
void paint_lines(std::string& to, const Style& style, Ink ink, std::string_view indent,
                 std::string_view text, Ranges matches = {}, Ink match = Ink::match);

// 1234567 -> "1,234,567"
std::string grouped(std::uint64_t number);

}  // namespace morgue::render
