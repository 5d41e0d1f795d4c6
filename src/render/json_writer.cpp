#include "render/json_writer.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/utf8.hpp"

namespace morgue::render {

namespace {

// Fit to stand in a JSON string as it is.
bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
}

bool needs_escape(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void append_escape(std::string& to, char32_t c) {
    constexpr std::string_view digits = "0123456789abcdef";
    to += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) to += digits[(c >> shift) & 0xF];
}

void append_special(std::string& to, char32_t c) {
    switch (c) {
        case '"':
            to += "\\\"";
            return;
        case '\\':
            to += "\\\\";
            return;
        case '\n':
            to += "\\n";
            return;
        case '\r':
            to += "\\r";
            return;
        case '\t':
            to += "\\t";
            return;
        default:
            break;
    }
    if (needs_escape(c))
        append_escape(to, c);
    else
        text::append(to, c);
}

}  // namespace

void append_json_string(std::string& to, std::string_view text) {
    to += '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto* plain_end = std::find_if_not(text.begin() + at, text.end(), is_plain);
        const auto end = std::size_t(plain_end - text.begin());
        to.append(text, at, end - at);
        at = end;
        if (at < text.size()) append_special(to, text::decode(text, at));
    }
    to += '"';
}

void JsonWriter::new_line() {
    if (layout_ == Layout::indented) to_.append(1, '\n').append(2 * depth_, ' ');
}

void JsonWriter::begin_value() {
    if (!after_key_ && depth_ > 0) {
        if (!first_) to_ += ',';
        new_line();
    }
    after_key_ = false;
    first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
    begin_value();
    to_ += bracket;
    ++depth_;
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    --depth_;
    if (!first_) new_line();
    to_ += bracket;
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    begin_value();
    append_json_string(to_, name);
    to_ += layout_ == Layout::indented ? ": " : ":";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
    begin_value();
    append_json_string(to_, value);
    return *this;
}

JsonWriter& JsonWriter::known(std::string_view value) {
    return value.empty() ? null() : text(value);
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
    begin_value();
    to_ += std::to_string(value);
    return *this;
}

JsonWriter& JsonWriter::number(double value) {
    if (!std::isfinite(value)) return null();
    begin_value();
    char digits[32];
    to_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
    begin_value();
    to_ += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    begin_value();
    to_ += "null";
    return *this;
}

JsonWriter& JsonWriter::texts(const std::vector<std::string>& values) {
    open('[');
    for (const std::string& value : values) text(value);
    return close(']');
}

CodePoints::CodePoints(std::string_view text)
    : text_(text), ascii_(std::all_of(text.begin(), text.end(), [](char c) {
          return static_cast<unsigned char>(c) < 0x80;
      })) {
    if (ascii_) return;
    std::size_t points = 0;
    for (std::size_t at = 0; at < text_.size(); ++points) {
        if (at >= marks_.size() * step) marks_.emplace_back(at, points);
        text::decode(text_, at);
    }
}

std::size_t CodePoints::before(std::size_t bytes) const {
    bytes = std::min(bytes, text_.size());
    if (ascii_) return bytes;
    std::size_t mark = std::min(bytes / step, marks_.size() - 1);
    if (marks_[mark].first > bytes) --mark;  // the first mark is at 0
    auto [at, points] = marks_[mark];
    for (; at < bytes; ++points) text::decode(text_, at);
    return points;
}

}  // namespace morgue::render
