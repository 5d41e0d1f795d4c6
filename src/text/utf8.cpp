#include "text/utf8.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>

namespace morgue::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_ascii(std::string_view text) {
    return ascii_run(text) == text.size();
}

icu::UnicodeString to_icu(std::string_view text) {
    assert(text.size() < INT32_MAX);
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string from_icu(const icu::UnicodeString& text) {
    std::string out;
    out.reserve(std::size_t(text.length()));
    text.toUTF8String(out);
    return out;
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = get(status);
    assert(U_SUCCESS(status));
    return *found;
}

// Texts that could need composing hold a byte from 0xCC up: combining marks start at U+0300.
bool may_need_composing(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xCC; });
}

char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}
char ascii_upper(char c) {
    return c >= 'a' && c <= 'z' ? char(c - 32) : c;
}

}  // namespace

char32_t decode(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at++);
    if (lead < 0x80) return lead;
    const unsigned length = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return replacement;
    char32_t c = lead & (0x3Fu >> length);
    for (unsigned i = 0; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return replacement;
        c = (c << 6) | (byte(at + i) & 0x3Fu);
    }
    constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return replacement;
    at += length;
    return c;
}

void append(std::string& to, char32_t c) {
    if (c < 0x80) {
        to += char(c);
    } else if (c < 0x800) {
        to += char(0xC0 | (c >> 6));
        to += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        to += char(0xE0 | (c >> 12));
        to += char(0x80 | ((c >> 6) & 0x3F));
        to += char(0x80 | (c & 0x3F));
    } else {
        to += char(0xF0 | (c >> 18));
        to += char(0x80 | ((c >> 12) & 0x3F));
        to += char(0x80 | ((c >> 6) & 0x3F));
        to += char(0x80 | (c & 0x3F));
    }
}

std::size_t ascii_run(std::string_view text) {
    std::size_t size = 0;
    for (; size + 8 <= text.size(); size += 8) {
        std::uint64_t eight;
        std::memcpy(&eight, text.data() + size, 8);
        if ((eight & 0x8080808080808080u) != 0) break;
    }
    while (size < text.size() && static_cast<unsigned char>(text[size]) < 0x80) ++size;
    return size;
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = ascii_run(text); at < text.size(); at += ascii_run(text.substr(at))) {
        const std::size_t before = at;
        if (decode(text, at) == replacement && text.substr(before, at - before) != "\xEF\xBF\xBD")
            return false;
    }
    return true;
}

std::string repair_utf8(std::string text) {
    if (is_valid_utf8(text)) return text;
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append(out, decode(text, at));
    return out;
}

std::size_t code_points(std::string_view text) {
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::size_t byte_offset(std::string_view text, std::size_t n) {
    std::size_t at = 0;
    for (; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && n-- == 0) break;
    return at;
}

std::string compose(std::string text) {
    if (!may_need_composing(text)) return text;
    static const icu::Normalizer2& nfc = normalizer(icu::Normalizer2::getNFCInstance);
    UErrorCode status = U_ZERO_ERROR;
    if (nfc.isNormalizedUTF8(text, status)) return text;
    status = U_ZERO_ERROR;
    const icu::UnicodeString composed = nfc.normalize(to_icu(text), status);
    return U_SUCCESS(status) ? from_icu(composed) : text;
}

bool is_space(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    return u_isUWhiteSpace(UChar32(c)) || c == 0x200B || c == 0xFEFF;
}
bool is_letter(char32_t c) {
    return u_isalpha(UChar32(c));
}
bool is_upper(char32_t c) {
    return u_isupper(UChar32(c));
}
bool is_lower(char32_t c) {
    return u_islower(UChar32(c));
}

namespace {

bool is_plain(char c) {
    return c > ' ' && c < 0x7F;
}

// Whether eight bytes are visible ASCII or single blanks, the outer two no blanks; it may say no of
// some that are.
bool is_plain_block(const char* bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101, high = 0x80 * ones;
    std::uint64_t block = 0;
    std::memcpy(&block, bytes, sizeof block);
    if ((((block - 0x20 * ones) | (block + ones) | block) & high) != 0) return false;
    const std::uint64_t apart = block ^ (0x20 * ones), blanks = (apart - ones) & ~apart & high;
    return (blanks & (blanks << 8)) == 0 && is_plain(bytes[0]) && is_plain(bytes[7]);
}

}  // namespace

std::size_t plain_run(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size()) {
        if (size + 8 <= text.size() && is_plain_block(text.data() + size)) {
            size += 8;
        } else if (is_plain(text[size]) || (text[size] == ' ' && size > 0 &&
                                            size + 1 < text.size() && is_plain(text[size + 1]))) {
            ++size;
        } else {
            break;
        }
    }
    return size;
}

std::string one_line(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t size = plain_run(text.substr(at)); size > 0) {
            if (gap) out += ' ';
            gap = false;
            out.append(text, at, size);
            at += size;
            continue;
        }
        const char32_t c = decode(text, at);
        if (c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || is_space(c)) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += ' ';
        gap = false;
        append(out, c);
    }
    return out;
}

std::string tidy_paragraphs(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t breaks = 0, blanks = 0;  // owed before the next visible character
    const auto write_break = [&] {
        if (breaks && !out.empty()) out += breaks > 1 ? "\n\n" : "\n";
        // A line goes on where it is indented, a paragraph does not begin so.
        if (blanks && !out.empty()) out.append(breaks > 1 ? 0 : blanks, ' ');
        breaks = blanks = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t size = plain_run(text.substr(at)); size > 0) {
            write_break();
            out.append(text, at, size);
            at += size;
            continue;
        }
        const std::size_t before = at;
        const char32_t c = decode(text, at);
        if (c == '\n' || c == 0x2028 || c == 0x2029 || c == 0x85) {
            ++breaks;
            blanks = 0;
        } else if (c == '\r') {
            if (at >= text.size() || text[at] != '\n') ++breaks;
            blanks = 0;
        } else if (c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || is_space(c)) {
            ++blanks;
        } else {
            write_break();
            if (c == replacement)
                append(out, c);
            else
                out.append(text, before, at - before);
        }
    }
    return out;
}

bool is_accent(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7 && c != 0x5BE && c != 0x5C0) ||
           (c >= 0x64B && c <= 0x65F) || c == 0x670;
}

std::string fold(std::string_view text) {
    std::string out(text);
    if (is_ascii(text)) {
        std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
        return out;
    }
    static const icu::Normalizer2& casefold = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
    static const icu::Normalizer2& nfd = normalizer(icu::Normalizer2::getNFDInstance);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString apart =
        nfd.normalize(casefold.normalize(to_icu(text), status), status);
    if (U_FAILURE(status)) return out;
    icu::UnicodeString bare;
    for (int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
        const UChar32 c = apart.char32At(at);
        if (!is_accent(char32_t(c))) bare.append(c);
    }
    status = U_ZERO_ERROR;
    static const icu::Normalizer2& nfc = normalizer(icu::Normalizer2::getNFCInstance);
    return from_icu(nfc.normalize(bare, status));
}

std::string lower(std::string_view text) {
    std::string out(text);
    if (!is_ascii(text)) return from_icu(to_icu(text).toLower(icu::Locale::getRoot()));
    std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
    return out;
}

std::string upper(std::string_view text) {
    std::string out(text);
    if (!is_ascii(text)) return from_icu(to_icu(text).toUpper(icu::Locale::getRoot()));
    std::transform(out.begin(), out.end(), out.begin(), ascii_upper);
    return out;
}

}  // namespace morgue::text
