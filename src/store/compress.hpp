#pragma once
// Article text as it is stored: zstd frames that know their length.
#include <string>
#include <string_view>

namespace morgue::store {

std::string compress(std::string_view text);

// Throws Error::Kind::corrupt for what compress() did not make.
std::string decompress(std::string_view bytes);

}  // namespace morgue::store
