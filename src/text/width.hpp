#pragma once
// How many columns of a terminal a character takes.
#include <cstddef>

namespace morgue::text {

// 2 for wide characters (CJK, emoji), 0 for those drawn over another (accents, joiners), else 1.
std::size_t columns(char32_t c);

}  // namespace morgue::text
