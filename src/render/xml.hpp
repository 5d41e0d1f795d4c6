#pragma once
// Text in XML: Atom, SVG, graphs.
#include <string>
#include <string_view>

namespace morgue::render {

// Markup escaped, for content and for attributes in double quotes; what no document of XML 1.0 may
// hold is left out.
std::string escaped(std::string_view text);

}  // namespace morgue::render
