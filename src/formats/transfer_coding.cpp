#include "formats/transfer_coding.hpp"

#include <array>
#include <cstdint>

namespace morgue::formats {

namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::int8_t, 256> base64_values = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<unsigned char>(alphabet[i])] = std::int8_t(i);
    return values;
}();

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

// Past "= \r\n", a line end that does not count; `at` is behind the '='. Unmoved if it is none.
std::size_t past_soft_break(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_blank(text[end])) ++end;
    if (end < text.size() && text[end] == '\r') ++end;
    if (end < text.size() && text[end] == '\n') return end + 1;
    return end == text.size() ? end : at;
}

}  // namespace

std::string from_base64(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int have = 0;
    for (const char c : text) {
        if (c == '=') {  // the end of one coded text; another may follow
            bits = 0;
            have = 0;
            continue;
        }
        const int value = base64_values[static_cast<unsigned char>(c)];
        if (value < 0) continue;
        bits = bits << 6 | std::uint32_t(value);
        have += 6;
        if (have < 8) continue;
        have -= 8;
        out += char(bits >> have & 0xFF);
    }
    return out;
}

std::string from_quoted_printable(std::string_view text, bool in_header) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at++];
        if (c == '_' && in_header) {
            out += ' ';
        } else if (c != '=') {
            out += c;
        } else if (const std::size_t next = past_soft_break(text, at); next > at) {
            at = next;
        } else {
            const int high = at < text.size() ? hex_value(text[at]) : -1;
            const int low = at + 1 < text.size() ? hex_value(text[at + 1]) : -1;
            out += high < 0 || low < 0 ? '=' : char(high * 16 + low);
            if (high >= 0 && low >= 0) at += 2;
        }
    }
    return out;
}

}  // namespace morgue::formats
