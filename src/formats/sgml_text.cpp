#include "formats/sgml_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

struct Entity {
    std::string_view name;
    char32_t c;
};
// clang-format off
constexpr Entity entities[] = {
    {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0},
    {"lsqb", '['}, {"rsqb", ']'}, {"hyph", '-'}, {"mdash", 0x2014}, {"ndash", 0x2013},
    {"blank", ' '}, {"sect", 0xA7}, {"para", 0xB6}, {"cent", 0xA2}, {"pound", 0xA3}, {"UR", 0},
    {"LR", 0}, {"QL", 0}, {"QC", 0}, {"QR", 0},  // layout of the typesetter
};
// clang-format on

// What "amp" or "#38" stands for; nothing if it is not known.
std::string entity(std::string_view name, bool& known) {
    std::string out;
    std::uint32_t number = 0;
    const auto* found = std::ranges::find(entities, name, &Entity::name);
    known = found != std::end(entities);
    if (known && found->c != 0) text::append(out, found->c);
    if (known || !name.starts_with('#')) return out;
    const auto* const end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data() + 1, end, number);
    known = error == std::errc{} && stop == end && number >= 0x20 && number < 0x110000;
    if (known) text::append(out, number);
    return out;
}

bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!';
}

bool ends_paragraph(std::string_view tag) {
    const std::size_t begin = tag.starts_with('/') ? 1 : 0;
    const std::string_view name = tag.substr(begin, tag.find_first_of(" \t\r\n", begin) - begin);
    constexpr std::string_view names[] = {"P", "p", "BR", "br", "TR", "tr", "ROW", "TABLE"};
    return std::ranges::find(names, name) != std::end(names);
}

}  // namespace

std::string sgml_text(std::string_view markup) {
    constexpr std::size_t longest_tag = 500, longest_entity = 12;
    std::string out;
    out.reserve(markup.size());
    for (std::size_t at = 0; at < markup.size(); ++at) {
        const char c = markup[at], next = at + 1 < markup.size() ? markup[at + 1] : ' ';
        if (c == '<' && is_name_start(next)) {
            const std::size_t size = markup.substr(at, longest_tag).find('>');
            if (size != markup.npos) {
                if (ends_paragraph(markup.substr(at + 1, size - 1))) out += "\n\n";
                at += size;
                continue;
            }
        } else if (c == '&') {
            const std::size_t size = markup.substr(at, longest_entity).find(';');
            bool known = false;
            if (size != markup.npos) out += entity(markup.substr(at + 1, size - 1), known);
            if (known) {
                at += size;
                continue;
            }
        }
        out += c;
    }
    return out;
}

}  // namespace morgue::formats
