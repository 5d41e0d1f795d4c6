#include "render/citation.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "render/clean.hpp"
#include "text/utf8.hpp"

namespace morgue::render {

namespace {

constexpr std::array<std::string_view, 28> particles{
    "af",  "al",  "av",  "ben", "bin", "da",  "das", "de",  "del", "della",
    "den", "der", "di",  "do",  "dos", "du",  "el",  "ibn", "la",  "las",
    "le",  "ten", "ter", "van", "vom", "von", "zu",  "zum"};
constexpr std::array<std::string_view, 9> suffixes{"Jr",  "Jr.", "Sr", "Sr.", "II",
                                                   "III", "IV",  "jr", "jr."};

template <typename List>
bool has(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> out;
    const std::string line = clean_line(name);
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        std::string part = line.substr(at, end - at);
        while (part.ends_with(',')) part.pop_back();  // "King, Jr."
        if (!part.empty()) out.push_back(std::move(part));
        at = end + 1;
    }
    return out;
}

std::string join(const std::vector<std::string>& parts, std::size_t begin, std::size_t end) {
    std::string out;
    for (std::size_t i = begin; i < end; ++i) out.append(i > begin ? " " : "").append(parts[i]);
    return out;
}

std::string key_word(std::string_view text) {
    std::string out;
    for (const char c : text::fold(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
        if (out.size() == 20) break;
    }
    return out;
}

}  // namespace

PersonName split_name(std::string_view name) {
    const std::vector<std::string> parts = parts_of(name);
    std::size_t end = parts.size();
    PersonName out;
    if (end > 2 && has(suffixes, parts[end - 1])) out.suffix = parts[--end];
    std::size_t family = end > 0 ? end - 1 : 0;
    while (family > 0 && has(particles, parts[family - 1])) --family;
    out.family = join(parts, family, end);
    out.given = join(parts, 0, family);
    return out;
}

std::string inverted(const PersonName& name) {
    std::string out = name.family;
    if (!name.given.empty()) out += ", " + name.given;
    if (!name.suffix.empty()) out += ", " + name.suffix;
    return out;
}

std::string citation_key(const Article& article) {
    std::string out;
    if (!article.authors.empty()) out = key_word(split_name(article.authors.front()).family);
    if (out.empty()) out = key_word(article.source);
    if (out.empty()) out = "article";
    if (article.published) out += std::to_string(article.published->year);
    return out + "-" + std::to_string(article.id);
}

}  // namespace morgue::render
