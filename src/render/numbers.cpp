#include "render/numbers.hpp"

#include <charconv>
#include <cmath>

namespace morgue::render {

std::string fixed(double value, int places) {
    char digits[400];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, places);
    return {digits, end.ptr};
}

std::string percent(double share) {
    const double percent = share * 100;
    const double size = std::abs(percent);
    return fixed(percent, size == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2) + "%";
}

std::string shortest(double value) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

}  // namespace morgue::render
