#include "extract/lines.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t widest_wrap = 132;  // of a line printer; what is wider was not wrapped

bool is_blank(char c) {
    return c == ' ' || c == '\t' || (c >= 0 && c < ' ');
}

Line line_of(std::string_view text) {
    Line line;
    std::size_t begin = 0;
    if (text.starts_with("\uFEFF")) begin = 3;
    for (; begin < text.size(); ++begin) {
        const auto rest = text.substr(begin);
        if (is_blank(rest[0]))
            line.indent += rest[0] == '\t' ? 4 : 1;
        else if (rest.starts_with("\u00A0"))
            ++line.indent, ++begin;
        else if (rest.starts_with("\u3000"))
            line.indent += 2, begin += 2;
        else
            break;
    }
    auto end = text.size();
    while (end > begin && is_blank(text[end - 1])) --end;
    line.text = text.substr(begin, end - begin);
    return line;
}

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "slimming-" + "down": the hyphen is part of the word. "anti -" + "war" keeps its blank.
bool ends_in_hyphen(std::string_view text) {
    return text.size() > 1 && text.back() == '-' && is_letter_or_digit(text[text.size() - 2]);
}

}  // namespace

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find_first_of("\n\r", at), text.size());
        const auto line = line_of(text.substr(at, end - at));
        if (!line.blank() || lines.empty() || !lines.back().blank()) lines.push_back(line);
        at = end + 1;
        if (end < text.size() && text[end] == '\r' && at < text.size() && text[at] == '\n') ++at;
    }
    auto shared = std::string_view::npos;
    for (const auto& line : lines)
        if (!line.blank()) shared = std::min(shared, line.indent);
    for (auto& line : lines) line.indent -= line.blank() ? line.indent : shared;
    return lines;
}

std::string join_paragraphs(std::span<const Line> lines) {
    const bool wrapped = std::all_of(lines.begin(), lines.end(), [](const Line& line) {
        return line.text.size() <= widest_wrap || text::code_points(line.text) <= widest_wrap;
    });
    std::string text;
    bool fresh = true;
    for (const auto& line : lines) {
        if (line.blank()) {
            fresh = true;
            continue;
        }
        fresh = fresh || line.indent > 0 || !wrapped;
        if (fresh && !text.empty())
            text += "\n\n";
        else if (!fresh && !ends_in_hyphen(text))
            text += ' ';
        text += line.text;
        fresh = false;
    }
    return text;
}

bool is_wrapped_at(const Line& line, const Line& next, std::size_t width) {
    const auto word = next.text.substr(0, next.text.find(' '));
    return text::code_points(line.text) + 1 + text::code_points(word) > width;
}

}  // namespace morgue::extract
