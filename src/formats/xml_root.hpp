#pragma once
// What an XML file is, seen from its first bytes.
#include <string_view>

namespace morgue::formats {

// The local name of the root element and the head from its tag on; empty when this does not look
// like XML. Blanks, declarations, comments and the document type may come before it.
struct XmlRoot {
    std::string_view name, rest;
};
XmlRoot find_root(std::string_view head);

}  // namespace morgue::formats
