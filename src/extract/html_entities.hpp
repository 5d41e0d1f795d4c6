#pragma once
// Character references of HTML ("&amp;", "&#8217;") and the characters they stand for.
#include <string>
#include <string_view>

namespace morgue::extract {

// Every reference replaced; what is no reference stays as it is. "&#150;" and its like are read as
// Windows-1252, as browsers do.
std::string decode_entities(std::string_view text);

}  // namespace morgue::extract
