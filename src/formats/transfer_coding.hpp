#pragma once
// The codings of RFC 2045: bytes as text. Both forgive what is ill-formed.
#include <string>
#include <string_view>

namespace morgue::formats {

std::string from_base64(std::string_view text);

// `in_header`: '_' is a blank (RFC 2047).
std::string from_quoted_printable(std::string_view text, bool in_header = false);

}  // namespace morgue::formats
