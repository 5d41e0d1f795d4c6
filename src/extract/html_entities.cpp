#include "extract/html_entities.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

constexpr std::size_t longest_reference = 32;

// Windows-1252 at 0x80 to 0x9F; 0 where it has no character.
// clang-format off
constexpr char16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// Names that HTML 5 added and pages use.
struct NamedCharacter { std::string_view name; char32_t character; };
constexpr NamedCharacter newer_names[] = {
    {"AMP", '&'},       {"GT", '>'},         {"LT", '<'},         {"QUOT", '"'},     {"apos", '\''},
    {"colon", ':'},     {"comma", ','},      {"commat", '@'},     {"dollar", '$'},   {"equals", '='},
    {"excl", '!'},      {"lbrace", '{'},     {"lpar", '('},       {"lsqb", '['},     {"num", '#'},
    {"percnt", '%'},    {"period", '.'},     {"plus", '+'},       {"quest", '?'},    {"rbrace", '}'},
    {"rpar", ')'},      {"rsqb", ']'},       {"semi", ';'},       {"sol", '/'},      {"verbar", '|'},
    {"NewLine", '\n'},  {"Tab", '\t'},       {"horbar", 0x2015},  {"hyphen", 0x2010},
    {"check", 0x2713},  {"rsquor", 0x2019},  {"rdquor", 0x201D},  {"ldquor", 0x201E},
    {"inodot", 0x131},  {"abreve", 0x103},   {"cacute", 0x107},   {"ccaron", 0x10D},
    {"nacute", 0x144},  {"sacute", 0x15B},   {"zcaron", 0x17E},   {"rcaron", 0x159},
    {"ecaron", 0x11B},  {"lstrok", 0x142},   {"eogon", 0x119},    {"aogon", 0x105},
};
// clang-format on

// The entities of HTML 4 as the parser library lists them, all below the last card suit.
std::unordered_map<std::string_view, char32_t> named_characters() {
    constexpr unsigned last = 0x2666;
    std::unordered_map<std::string_view, char32_t> names;
    for (unsigned value = 1; value <= last; ++value)
        if (const auto* entity = htmlEntityValueLookup(value)) names[entity->name] = value;
    for (const auto& [name, character] : newer_names) names[name] = character;
    return names;
}

char32_t named(std::string_view name) {
    static const auto names = named_characters();
    const auto found = names.find(name);
    return found == names.end() ? 0 : found->second;
}

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char32_t usable(unsigned long value) {
    if (value >= 0x80 && value < 0xA0 && windows_1252[value - 0x80])
        return windows_1252[value - 0x80];
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value == 0 || value > 0x10FFFF || surrogate ? 0xFFFD : char32_t(value);
}

struct Reference {
    char32_t character = 0;  // 0: not a reference
    std::size_t length = 0;
};

// `text` begins with "&#".
Reference numeric_reference(std::string_view text) {
    const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const std::size_t digits = hexadecimal ? 3 : 2;
    unsigned long value = 0;
    const auto [stop, error] =
        std::from_chars(text.data() + std::min(digits, text.size()), text.data() + text.size(),
                        value, hexadecimal ? 16 : 10);
    auto length = std::size_t(stop - text.data());
    if (length <= digits) return {};
    if (length < text.size() && text[length] == ';') ++length;
    return {usable(error == std::errc{} ? value : 0), length};
}

// `text` begins with "&".
Reference named_reference(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && length < longest_reference && is_name_character(text[length]))
        ++length;
    if (length == 1) return {};
    const bool closed = length < text.size() && text[length] == ';';
    const char32_t character = named(text.substr(1, length - 1));
    // Without its semicolon only what cannot be part of an address ("?a=1&copy=2") counts.
    const bool in_address = length < text.size() && text[length] == '=';
    if (!character || (!closed && (in_address || character > 0xFF))) return {};
    return {character, closed ? length + 1 : length};
}

}  // namespace

std::string decode_entities(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find('&', at), text.size());
        out.append(text, at, next - at);
        if (next == text.size()) break;
        const std::string_view rest = text.substr(next, 2 * longest_reference);
        const Reference found =
            rest.size() > 1 && rest[1] == '#' ? numeric_reference(rest) : named_reference(rest);
        if (found.character)
            morgue::text::append(out, found.character);
        else
            out += '&';
        at = next + (found.character ? found.length : 1);
    }
    return out;
}

}  // namespace morgue::extract
