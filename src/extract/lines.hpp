#pragma once
// A plain text by its lines, and lines made into paragraphs.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::extract {

struct Line {
    std::string_view text;   // without the blanks around it
    std::size_t indent = 0;  // blanks before it
    bool blank() const { return text.empty(); }
};

// Points into `text`. The indent that all lines share is taken off; blank lines that follow each
// other are one.
std::vector<Line> lines_of(std::string_view text);

// Paragraphs begin after a blank line and at an indented one. The lines of a paragraph are joined
// where the text is hard-wrapped; where its lines are long, each is a paragraph.
std::string join_paragraphs(std::span<const Line> lines);

// Whether `next` goes on where `line` was wrapped, for there was no room for its first word.
bool is_wrapped_at(const Line& line, const Line& next, std::size_t width);

}  // namespace morgue::extract
