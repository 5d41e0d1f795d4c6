#include "text/charset.hpp"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "text/utf8.hpp"

namespace morgue::text {

namespace {

// Labels whose bearers are, on the web, really written in a larger charset (as in the WHATWG
// Encoding Standard), or that ICU knows under another name.
struct Label {
    std::string_view label, name;
};
// clang-format off
constexpr Label labels[] = {
    {"ascii",            "windows-1252"},
    {"us-ascii",         "windows-1252"},
    {"iso-8859-1",       "windows-1252"},
    {"iso8859-1",        "windows-1252"},
    {"iso_8859-1",       "windows-1252"},
    {"latin1",           "windows-1252"},
    {"latin-1",          "windows-1252"},
    {"l1",               "windows-1252"},
    {"cp1252",           "windows-1252"},
    {"iso-8859-9",       "windows-1254"},
    {"latin5",           "windows-1254"},
    {"iso-8859-11",      "windows-874"},
    {"tis-620",          "windows-874"},
    {"utf8",             "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"gb2312",           "gb18030"},
    {"gbk",              "gb18030"},
    {"gb_2312-80",       "gb18030"},
    {"hz-gb-2312",       "hz-gb-2312"},
    {"euc-kr",           "windows-949"},
    {"ks_c_5601-1987",   "windows-949"},
    {"uhc",              "windows-949"},
    {"shift_jis",        "windows-31j"},
    {"shift-jis",        "windows-31j"},
    {"sjis",             "windows-31j"},
    {"x-sjis",           "windows-31j"},
    {"big5",             "big5-hkscs"},
    {"mac-cyrillic",     "x-mac-cyrillic"},
    {"macintosh",        "macintosh"},
};

struct Mark {
    std::string_view bytes, name;
};
constexpr Mark marks[] = {
    {{"\xEF\xBB\xBF", 3},     "utf-8"},
    {{"\xFF\xFE\0\0", 4},     "utf-32le"},
    {{"\0\0\xFE\xFF", 4},     "utf-32be"},
    {{"\xFF\xFE", 2},         "utf-16le"},
    {{"\xFE\xFF", 2},         "utf-16be"},
    {{"<\0\0\0", 4},          "utf-32le"},
    {{"\0\0\0<", 4},          "utf-32be"},
    {{"<\0?\0", 4},           "utf-16le"},
    {{"\0<\0?", 4},           "utf-16be"},
};
// clang-format on

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c + 32);
    return out;
}

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

// The value that follows `name` and an equals sign, e.g. encoding="..." or charset=...
std::optional<std::string_view> value_of(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
        std::string_view rest = trimmed(text.substr(at + name.size()));
        if (!rest.starts_with('=')) continue;
        rest = trimmed(rest.substr(1));
        if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
        return rest.substr(0, rest.find_first_of("\"' \t\r\n;/>?"));
    }
    return std::nullopt;
}

// Far enough for any head that browsers would heed, and for the long ones of some papers.
constexpr std::size_t declaration_window = 8192;

std::string declared(std::string_view head) {
    const std::string start = ascii_lower(head.substr(0, declaration_window));
    const std::string_view text = trimmed(start);
    if (text.starts_with("<?xml")) {
        const auto value = value_of(text.substr(0, text.find("?>")), "encoding");
        if (value) return charset_name(*value);
    }
    if (!text.starts_with('<')) return {};
    for (std::size_t at = text.find("<meta"); at != text.npos; at = text.find("<meta", at + 5)) {
        const auto value = value_of(text.substr(at, text.find('>', at) - at), "charset");
        if (value) return charset_name(*value);
    }
    return {};
}

struct Utf8Signs {
    std::size_t good = 0, bad = 0;  // sequences beyond ASCII: well-formed, ill-formed
};

Utf8Signs utf8_signs(std::string_view head) {
    Utf8Signs signs;
    for (std::size_t at = ascii_run(head); at < head.size(); at += ascii_run(head.substr(at))) {
        const std::size_t begin = at;
        decode(head, at);
        ++(at - begin > 1 ? signs.good : signs.bad);
    }
    return signs;
}

// UTF-16 without a mark or a declaration: nearly every other byte of Western text is zero.
std::string by_zeros(std::string_view head) {
    std::size_t zeros[2] = {0, 0};
    for (std::size_t at = 0; at < head.size(); ++at) zeros[at % 2] += head[at] == '\0';
    const std::size_t half = head.size() / 2;
    if (half < 8) return {};
    if (zeros[1] > half / 2 && zeros[0] < half / 20) return "utf-16le";
    if (zeros[0] > half / 2 && zeros[1] < half / 20) return "utf-16be";
    return {};
}

struct DetectorDelete {
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

std::string guessed(std::string_view head) {
    const auto high = std::count_if(head.begin(), head.end(),
                                    [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    // A few accented letters or quotation marks tell no detector anything.
    if (high > 0 && high < 6) return "windows-1252";
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, DetectorDelete> detector(
        uchardet_new());
    uchardet_handle_data(detector.get(), head.data(), head.size());
    uchardet_data_end(detector.get());
    const std::string name = charset_name(uchardet_get_charset(detector.get()));
    // It likes to see these in short Western texts, and next to nothing is written in them.
    const bool unlikely = name.starts_with("mac") || name == "iso-8859-3" ||
                          name == "iso-8859-10" || name == "iso-8859-16" || name == "utf-8";
    return name.empty() || unlikely ? "windows-1252" : name;
}

}  // namespace

std::string charset_name(std::string_view label) {
    const std::string name = ascii_lower(trimmed(label));
    for (const Label& entry : labels)
        if (entry.label == name) return std::string(entry.name);
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = name.empty() ? nullptr : ucnv_open(name.c_str(), &status);
    if (converter == nullptr) return {};
    ucnv_close(converter);
    return name;
}

std::string find_charset(std::string_view head) {
    for (const Mark& mark : marks)
        if (head.starts_with(mark.bytes)) return std::string(mark.name);
    const Utf8Signs signs = utf8_signs(head);
    std::string name = declared(head);
    // What was just read byte by byte is nothing wider, whatever it says.
    if (name.starts_with("utf-16") || name.starts_with("utf-32")) name = "utf-8";
    // Text that is UTF-8 by chance is unheard of, wrong labels are not; elsewhere than in
    // Windows-1252 two letters might look like it now and then.
    const std::size_t enough = name == "windows-1252" ? 1 : 6;
    if (signs.good >= enough && signs.bad == 0) return "utf-8";
    if (!name.empty() && name != "utf-8") return name;
    if (std::string wide = by_zeros(head); name.empty() && !wide.empty()) return wide;
    return signs.bad * 4 <= signs.good ? "utf-8" : guessed(head);
}

char32_t without_c1(char32_t c) {
    static constexpr char16_t meant[] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    return c >= 0x80 && c < 0xA0 ? meant[c - 0x80] : c;
}

std::size_t cut_utf8(std::string_view text) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if ((byte & 0xC0) == 0x80) continue;
        const std::size_t length = byte > 0xF4    ? 1
                                   : byte >= 0xF0 ? 4
                                   : byte >= 0xE0 ? 3
                                   : byte >= 0xC2 ? 2
                                                  : 1;
        return length > back ? back : 0;
    }
    return 0;
}

}  // namespace morgue::text
