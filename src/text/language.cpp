#include "text/language.hpp"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace morgue::text {

namespace {

constexpr std::size_t enough = 1200;  // bytes; more changes nothing
constexpr std::size_t least = 60;

// Up to eight letters as one number.
constexpr std::uint64_t packed(std::string_view word) {
    std::uint64_t out = 0;
    for (const char c : word) out = out << 8 | static_cast<unsigned char>(c);
    return out;
}

// Words that hold every English sentence together and are hardly words of any other language.
constexpr std::array<std::uint64_t, 24> english_words{
    packed("the"),  packed("and"),  packed("of"),   packed("that"),  packed("for"),
    packed("with"), packed("said"), packed("from"), packed("has"),   packed("have"),
    packed("been"), packed("are"),  packed("this"), packed("his"),   packed("her"),
    packed("they"), packed("were"), packed("who"),  packed("their"), packed("which"),
    packed("not"),  packed("but"),  packed("you"),  packed("would")};

// The letters of a word of English at `text`; punctuation of Unicode, U+2000 to U+207F, is not
// among them, any other character beyond ASCII is.
std::size_t word_size(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size()) {
        const auto byte = static_cast<unsigned char>(text[size]);
        const bool punctuation = byte == 0xE2 && text.substr(size + 1, 1) <= "\x81";
        if (punctuation || (byte < 0x80 && (byte | 0x20u) - 'a' >= 26)) break;
        ++size;
    }
    return size;
}

// A fourth of the words of English news are in the list; a tenth of them, three different ones
// and "the" leave little room for another language.
bool reads_as_english(std::string_view text) {
    std::size_t words = 0, known = 0, foreign = 0;
    unsigned seen = 0;
    while (!text.empty()) {
        const std::size_t size = word_size(text);
        if (size == 0) {
            text.remove_prefix(text[0] == '\xE2' ? std::min<std::size_t>(3, text.size()) : 1);
            continue;
        }
        const std::string_view word = text.substr(0, size);
        text.remove_prefix(size);
        ++words;
        if (std::any_of(word.begin(), word.end(), [](char c) { return c & '\x80'; })) ++foreign;
        if (size > 5) continue;
        const auto found = std::find(english_words.begin(), english_words.end(), packed(word));
        if (found == english_words.end()) continue;
        ++known;
        seen |= 1u << (found - english_words.begin());
    }
    static_assert(english_words[0] == packed("the"));
    return words >= 20 && known * 10 >= words && foreign * 20 <= words && (seen & 1) &&
           std::popcount(seen) >= 3;
}

// Whether cld2, many times dearer, would only say the same.
bool is_plainly_english(std::string_view text) {
    const std::size_t middle = text.size() / 2;
    return reads_as_english(text.substr(0, middle)) && reads_as_english(text.substr(middle));
}

}  // namespace

std::string detect_language(std::string_view text) {
    std::size_t size = std::min(text.size(), enough);
    while (size < text.size() && size > 0 &&
           (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
        --size;
    if (size < least) return {};
    if (is_plainly_english(text.substr(0, size))) return "en";
    bool reliable = false;
    const CLD2::Language found = CLD2::DetectLanguage(text.data(), int(size), true, &reliable);
    if (!reliable || found == CLD2::UNKNOWN_LANGUAGE) return {};
    const std::string code = CLD2::LanguageCode(found);
    return code == "un" ? std::string() : code == "iw" ? "he" : code;
}

}  // namespace morgue::text
