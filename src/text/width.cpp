#include "text/width.hpp"

#include <unicode/uchar.h>

namespace morgue::text {

std::size_t columns(char32_t c) {
    if (c < 0x300) return 1;  // most text; the soft hyphen, a format character, is drawn
    if (c >= 0x1160 && c <= 0x11FF) return 0;  // Hangul vowels and finals join the initial
    const auto point = static_cast<UChar32>(c);
    switch (u_charType(point)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
            return 0;
        default:
            break;
    }
    const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace morgue::text
