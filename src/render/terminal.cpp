#include "render/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>

#include "text/utf8.hpp"
#include "text/width.hpp"

namespace morgue::render {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::size_t widest = 100;  // longer lines are hard to read

std::string_view escape(Ink ink) {
    switch (ink) {
        case Ink::plain:
            return "";
        case Ink::headline:
            return "\x1b[1m";
        case Ink::match:
            return "\x1b[1;31m";
        case Ink::faint:
            return "\x1b[2m";
        case Ink::label:
            return "\x1b[36m";
        case Ink::bar:
            return "\x1b[34m";
        case Ink::removed:
            return "\x1b[31m";
        case Ink::added:
            return "\x1b[32m";
        case Ink::removed_words:
            return "\x1b[1;31m";
        case Ink::added_words:
            return "\x1b[1;32m";
    }
    return "";
}

bool is_control(char32_t c) {
    return c < 0x20 || c == 0x7F;
}

// Characters that a terminal may obey, or that turn the direction of text around them.
bool is_treacherous(char32_t c) {
    return (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

std::string code_point_name(char32_t c) {
    char digits[8];
    const auto end = std::to_chars(digits, digits + sizeof digits, std::uint32_t(c), 16).ptr;
    std::string name(digits, end);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char d) { return d >= 'a' ? char(d - 32) : d; });
    return "<U+" + std::string(name.size() < 4 ? 4 - name.size() : 0, '0') + name + ">";
}

void append_visible(std::string& to, char32_t c) {
    if (is_control(c))
        text::append(to, c == 0x7F ? char32_t(0x2421) : char32_t(0x2400 + c));
    else if (is_treacherous(c))
        to += code_point_name(c);
    else
        text::append(to, c);
}

std::size_t visible_columns(char32_t c) {
    if (is_control(c)) return 1;
    return is_treacherous(c) ? code_point_name(c).size() : text::columns(c);
}

std::size_t number_in(const char* variable) {
    const char* given = std::getenv(variable);
    if (!given) return 0;
    const std::string_view digits = given;
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

winsize window(int descriptor) {
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0) size = {};
    return size;
}

bool is_set(const char* variable) {
    const char* given = std::getenv(variable);
    return given && *given;
}

bool wants_color(bool terminal, Color color) {
    if (color != Color::automatic) return color == Color::always;
    const char* kind = std::getenv("TERM");
    return terminal && !is_set("NO_COLOR") && kind && std::string_view(kind) != "dumb";
}

}  // namespace

Style describe(int descriptor, Color color) {
    Style style;
    style.terminal = ::isatty(descriptor) == 1;
    style.color = wants_color(style.terminal, color);
    if (!style.terminal) return style;
    style.width = number_in("COLUMNS");
    if (style.width == 0) style.width = window(descriptor).ws_col;
    if (style.width == 0) style.width = 80;
    style.width = std::clamp<std::size_t>(style.width, 20, widest);
    return style;
}

std::size_t terminal_height(int descriptor) {
    const std::size_t rows = window(descriptor).ws_row;
    return rows ? rows : 24;
}

std::string visible(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append_visible(out, text::decode(text, at));
    return out;
}

std::size_t columns(std::string_view text) {
    std::size_t sum = 0;
    for (std::size_t at = 0; at < text.size();) sum += visible_columns(text::decode(text, at));
    return sum;
}

std::string cut(std::string_view text, std::size_t width) {
    std::size_t used = 0, fits = 0;  // `fits`: bytes that leave a column for the ellipsis
    for (std::size_t at = 0; at < text.size();) {
        used += visible_columns(text::decode(text, at));
        if (used > width) return visible(text.substr(0, fits)).append(width ? ellipsis : "");
        if (used + 1 <= width) fits = at;
    }
    return visible(text);
}

std::vector<std::pair<std::size_t, std::size_t>> wrap(std::string_view text, std::size_t width) {
    if (width == 0) return {{0, text.size()}};
    std::vector<std::pair<std::size_t, std::size_t>> lines;
    std::size_t line = 0, used = 0;
    std::size_t end = 0, next = 0;  // the last place to break: the line's end, the next one's start
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = text::decode(text, at);
        const std::size_t wide = visible_columns(c);
        if (c == U' ') {
            end = start, next = at;
        } else if (used + wide > width && start > line) {
            if (next <= line) end = next = start;  // a word longer than the line
            lines.emplace_back(line, end);
            line = next;
            used = columns(text.substr(line, start - line));
        }
        used += wide;
        if (wide == 2) end = next = at;  // CJK is broken anywhere
    }
    lines.emplace_back(line, text.size());
    return lines;
}

void paint(std::string& to, const Style& style, Ink ink, std::string_view text) {
    const std::string_view on = style.color ? escape(ink) : "";
    to.append(on).append(visible(text)).append(on.empty() ? "" : "\x1b[0m");
}

void paint_matches(std::string& to, const Style& style, Ink ink, std::string_view text,
                   std::pair<std::size_t, std::size_t> part, Ranges matches, Ink match) {
    auto [at, end] = part;
    for (const auto& [from, till] : matches) {
        const std::size_t first = std::max(from, at), last = std::min(till, end);
        if (first >= last) continue;
        if (first > at) paint(to, style, ink, text.substr(at, first - at));
        paint(to, style, match, text.substr(first, last - first));
        at = last;
    }
    if (at < end) paint(to, style, ink, text.substr(at, end - at));
}

void paint_lines(std::string& to, const Style& style, Ink ink, std::string_view indent,
                 std::string_view text, Ranges matches, Ink match) {
    const std::size_t room = style.width > indent.size() ? style.width - indent.size() : 0;
    for (const auto& line : wrap(text, room)) {
        to += indent;
        paint_matches(to, style, ink, text, line, matches, match);
        to += '\n';
    }
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

}  // namespace morgue::render
