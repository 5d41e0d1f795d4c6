#include "formats/detect.hpp"

#include <algorithm>
#include <string>

#include "core/bad_input.hpp"
#include "formats/all.hpp"
#include "formats/wire_frames.hpp"
#include "formats/xml_root.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

constexpr int certain = 100;

struct Magic {
    std::string_view bytes, kind;
};
// clang-format off
constexpr Magic magics[] = {
    {{"\x89PNG\r\n\x1A\n", 8},      "a PNG image"},
    {{"\xFF\xD8\xFF", 3},           "a JPEG image"},
    {{"GIF87a", 6},                 "a GIF image"},
    {{"GIF89a", 6},                 "a GIF image"},
    {{"\x7F" "ELF", 4},             "a program"},
    {{"MZ\x90\0", 4},               "a program"},
    {{"%PDF-", 5},                  "a PDF document"},
    {{"{\\rtf", 5},                 "an RTF document"},
    {{"\xD0\xCF\x11\xE0", 4},       "an old Office document"},
    {{"PK\x03\x04", 4},             "an Office document or e-book"},
    {{"7z\xBC\xAF\x27\x1C", 6},     "a 7z archive"},
    {{"Rar!\x1A\x07", 6},           "a RAR archive"},
    {{"SQLite format 3\0", 16},     "an SQLite database"},
    {{"\x1F\x9D", 2},               "packed with compress"},
};
// clang-format on

// Share of characters that no text has: control characters, and bytes no charset explained.
bool is_mostly_text(std::string_view head) {
    std::size_t strange = 0, all = 0;
    for (std::size_t at = 0; at < head.size(); ++all) {
        if (head[at] >= ' ' && head[at] < 0x7F) {
            ++at;
            continue;
        }
        const char32_t c = text::decode(head, at);
        const bool odd_control =
            c < 0x20 && c != '\n' && c != '\t' && c != '\r' && c != '\f' && c != 0x1A && c != 0x1B;
        strange += odd_control || c == 0xFFFD || (c >= 0x80 && c < 0xA0 && c != 0x85);
    }
    return strange * 20 <= all;
}

// Data of a known syntax that is in no format of ours would make nonsense as text.
std::string_view foreign_syntax(std::string_view head) {
    if (!find_root(head).name.empty() && head.find("<?xml") < 200) return "XML";
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == head.npos) return {};
    const std::string_view rest = head.substr(first);
    const std::size_t second = rest.find_first_not_of(" \t\r\n", 1);
    if (second == rest.npos) return {};
    const char next = rest[second];
    if (rest.front() == '{' && (next == '"' || next == '}')) return "JSON";
    if (rest.front() == '[' && (next == '{' || next == '[')) return "JSON";
    return {};
}

[[noreturn]] void unknown(const std::string& looks) {
    throw core::BadInput("unknown-format", looks +
                                               "; name its format with --from if it can be "
                                               "read all the same (see morgue help index)");
}

}  // namespace

std::string_view binary_kind(std::string_view head) {
    for (const Magic& magic : magics)
        if (head.starts_with(magic.bytes)) return magic.kind;
    return {};
}

const Format* detect(std::string_view bytes, std::string_view head, std::string_view path,
                     std::span<const Format> formats) {
    if (const std::string_view kind = binary_kind(bytes); !kind.empty())
        unknown("the file is " + std::string(kind) + ", which is not text");
    const Format* best = nullptr;
    int surest = 0;
    for (const Format& format : formats) {
        const int sure = format.matches(head, path);
        if (sure <= surest) continue;
        if (sure == certain) return &format;
        best = &format;
        surest = sure;
    }
    if (!is_mostly_text(head) && !is_framed_wire(head))
        unknown("the file is binary data, not text");
    const std::string_view syntax = foreign_syntax(head);
    // What only passes for text because it is printable is known better by its syntax.
    const bool fallback = best == nullptr || best->name == text_format.name;
    if (fallback && !syntax.empty())
        unknown("the file is " + std::string(syntax) + " in no format that is known");
    return best;
}

}  // namespace morgue::formats
