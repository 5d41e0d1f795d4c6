#pragma once
// The positions of one word in one article as a tag of the position table: binary interpolative
// coding (Moffat and Stuiver 2000), as Xapian writes it. docs/glass.md, "Positions".
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::index::glass {

// Appends the code of `positions`, which ascend strictly and are not empty.
void put_positions(std::string& out, std::span<const std::uint32_t> positions);

// Appends the positions that a tag codes. Throws Error::Kind::corrupt where it ends too soon or
// holds what no article can.
void read_positions(std::string_view tag, std::vector<std::uint32_t>& out);

}  // namespace morgue::index::glass
