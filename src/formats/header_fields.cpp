#include "formats/header_fields.hpp"

#include <algorithm>

#include "formats/charset_text.hpp"
#include "formats/transfer_coding.hpp"

namespace morgue::formats {

namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c + 32);
    return out;
}

std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// An encoded word: "=?utf-8?Q?caf=C3=A9?=".
struct EncodedWord {
    std::string charset, bytes;
    std::size_t length = 0;  // 0: it is none
};

EncodedWord encoded_word(std::string_view text) {
    const std::size_t coding = text.find('?', 2);
    if (!text.starts_with("=?") || coding == text.npos || coding + 2 >= text.size() ||
        text[coding + 2] != '?')
        return {};
    const std::size_t end = text.find("?=", coding + 3);
    if (end == text.npos) return {};
    const std::string_view body = text.substr(coding + 3, end - coding - 3);
    const std::string_view label = text.substr(2, coding - 2);
    const char kind = text[coding + 1];
    if (label.find_first_of(blanks) != label.npos) return {};
    const bool base64 = kind == 'B' || kind == 'b';
    if (!base64 && kind != 'Q' && kind != 'q') return {};
    return {lower(label.substr(0, label.find('*'))),
            base64 ? from_base64(body) : from_quoted_printable(body, true), end + 2};
}

}  // namespace

HeaderFields HeaderFields::take(std::string_view& text) {
    constexpr std::size_t most = 1000;
    HeaderFields out;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (line.empty()) break;
        const std::size_t colon = line.find(':');
        if ((line.front() == ' ' || line.front() == '\t') && !out.fields_.empty()) {
            out.fields_.back().second += ' ';
            out.fields_.back().second += trimmed(line);
        } else if (colon != line.npos && out.fields_.size() < most) {
            out.fields_.emplace_back(lower(trimmed(line.substr(0, colon))),
                                     trimmed(line.substr(colon + 1)));
        }
    }
    return out;
}

std::string_view HeaderFields::operator[](std::string_view name) const {
    const auto found = std::ranges::find(
        fields_, name, [](const auto& field) { return std::string_view(field.first); });
    return found == fields_.end() ? std::string_view() : trimmed(found->second);
}

std::string media_type(std::string_view value) {
    return lower(trimmed(value.substr(0, value.find(';'))));
}

std::string parameter(std::string_view value, std::string_view name) {
    for (std::size_t at = value.find(';'); at < value.size();) {
        const std::size_t equals = value.find('=', at);
        if (equals == value.npos) return {};
        std::string key = lower(trimmed(value.substr(at + 1, equals - at - 1)));
        const bool coded = key.ends_with('*');
        if (coded) key.pop_back();
        std::size_t begin = std::min(value.find_first_not_of(blanks, equals + 1), value.size());
        const bool quoted = begin < value.size() && value[begin] == '"';
        begin += quoted;
        const std::size_t end = std::min(value.find(quoted ? '"' : ';', begin), value.size());
        std::string_view found = trimmed(value.substr(begin, end - begin));
        if (key == name) {
            const std::size_t mark = coded ? found.rfind('\'') : found.npos;
            return std::string(mark == found.npos ? found : found.substr(mark + 1));
        }
        at = value.find(';', end);
    }
    return {};
}

// A character may be cut between two encoded words of one charset, so their bytes are joined first;
// blanks between two encoded words are no text.
std::string header_text(std::string_view value) {
    constexpr std::size_t longest_word = 1000;  // 75 in good ones
    std::string out, charset, bytes;
    const auto flush = [&] {
        if (!bytes.empty()) out += text_in(bytes, charset);
        bytes.clear();
    };
    std::size_t plain = 0;  // where the text that is not encoded began
    bool after_word = false;
    for (std::size_t at = value.find("=?"); at != value.npos; at = value.find("=?", at)) {
        EncodedWord word = encoded_word(value.substr(at, longest_word));
        if (word.length == 0) {
            at += 2;
            continue;
        }
        const std::string_view between = value.substr(plain, at - plain);
        const bool joins = after_word && trimmed(between).empty();
        if (!joins || word.charset != charset) flush();
        if (!joins) out += text_in(between, "");
        charset = std::move(word.charset);
        bytes += word.bytes;
        at += word.length;
        plain = at;
        after_word = true;
    }
    flush();
    return out + text_in(value.substr(plain), "");
}

}  // namespace morgue::formats
