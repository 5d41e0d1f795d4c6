#pragma once
// How far apart two words are, for "did you mean".
#include <string_view>

namespace morgue::core {

// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), in
// bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace morgue::core
