#include "text/language.hpp"

#include <cld2/public/compact_lang_det.h>

namespace morgue::text {

namespace {
constexpr std::size_t enough = 1200;  // bytes; more changes nothing
constexpr std::size_t least = 60;
}  // namespace

std::string detect_language(std::string_view text) {
    std::size_t size = std::min(text.size(), enough);
    while (size < text.size() && size > 0 &&
           (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
        --size;
    if (size < least) return {};
    bool reliable = false;
    const CLD2::Language found = CLD2::DetectLanguage(text.data(), int(size), true, &reliable);
    if (!reliable || found == CLD2::UNKNOWN_LANGUAGE) return {};
    const std::string code = CLD2::LanguageCode(found);
    return code == "un" ? std::string() : code == "iw" ? "he" : code;
}

}  // namespace morgue::text
