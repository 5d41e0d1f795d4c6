#include "render/clean.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace morgue::render {

namespace {

bool is_unwanted(char32_t c) {
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || turns || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = text::decode(text, at);
        if (c == 0xFFFD)
            text::append(out, c);
        else if (!is_unwanted(c))
            out.append(text, start, at - start);
    }
    return out;
}

std::string clean_line(std::string_view text) {
    return clean(text::one_line(text));
}

std::vector<std::string> clean_paragraphs(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        if (end > 0) out.push_back(clean(text.substr(0, end)));
        text.remove_prefix(std::min(end + 2, text.size()));
        while (text.starts_with('\n')) text.remove_prefix(1);
    }
    return out;
}

std::string link_to(std::string_view url) {
    if (!url.starts_with("http://") && !url.starts_with("https://")) return {};
    constexpr std::string_view digits = "0123456789ABCDEF", unsafe = "<>\"\\^`{}| ";
    std::string out;
    for (const char c : clean_line(url)) {
        if (unsafe.find(c) == unsafe.npos)
            out += c;
        else
            out.append({'%', digits[std::size_t(c >> 4)], digits[std::size_t(c & 15)]});
    }
    return out;
}

}  // namespace morgue::render
