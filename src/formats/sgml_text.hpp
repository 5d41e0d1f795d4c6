#pragma once
// The plain text in loosely tagged SGML, as collections of news are kept in.
#include <string>
#include <string_view>

namespace morgue::formats {

// Tags left out (those of paragraphs, breaks and table rows end one), entities decoded.
std::string sgml_text(std::string_view markup);

}  // namespace morgue::formats
