#pragma once
// Text whose charset is told beside it (in a MIME or HTTP header), or not at all.
#include <string>
#include <string_view>

namespace morgue::formats {

// In UTF-8. A label that is missing, unknown or at odds with the bytes (US-ASCII) does not count.
std::string text_in(std::string_view bytes, std::string_view label);

}  // namespace morgue::formats
