#include "formats/charset_text.hpp"

#include "text/charset.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

std::string text_in(std::string_view bytes, std::string_view label) {
    constexpr std::size_t looked_at = 65536;
    std::string charset = text::charset_name(label);
    // Latin 1 is what many programs say when they mean UTF-8.
    if (charset.empty() || (charset == "windows-1252" && text::is_valid_utf8(bytes)))
        charset =
            text::is_valid_utf8(bytes) ? "utf-8" : text::find_charset(bytes.substr(0, looked_at));
    std::string out;
    text::CharsetDecoder(charset).decode(bytes, true, out);
    return out;
}

}  // namespace morgue::formats
