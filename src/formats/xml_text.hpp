#pragma once
// The text of XML as NITF and XHTML mark it up, without a way through HTML.
#include <functional>
#include <string>

#include "formats/xml_tree.hpp"

namespace morgue::formats {

// All that is in the element, on one line; empty for none.
std::string line_of(XmlElement element);

// All that is in the element, as it is written.
std::string whole_text(XmlElement element);

// Paragraphs parted by a blank line, the lines of lists and tables by a line end. Pictures and
// their captions, scripts and heads are left out, and what `leave_out` says.
std::string paragraphs_of(XmlElement element,
                          const std::function<bool(XmlElement)>& leave_out = nullptr);

}  // namespace morgue::formats
