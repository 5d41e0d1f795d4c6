#pragma once
// What a file is, from its first bytes.
#include <span>
#include <string_view>

#include "formats/reader.hpp"

namespace morgue::formats {

// The format whose own a file most surely is; nullptr where it is text of no known kind. `bytes`
// are its first ones, `head` the same in UTF-8, `path` only breaks ties. Throws core::BadInput
// "unknown-format" and says what it looks like and what can be done.
const Format* detect(std::string_view bytes, std::string_view head, std::string_view path,
                     std::span<const Format> formats);

// Whether a file is some binary thing, by its first bytes as they are: its kind ("a PNG image"),
// "binary data", or empty if it may be text.
std::string_view binary_kind(std::string_view head);

}  // namespace morgue::formats
