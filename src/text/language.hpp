#pragma once
// Which language a text is in.
#include <string>
#include <string_view>

namespace morgue::text {

// BCP 47 code by Compact Language Detector 2; empty when the text is too short or mixed to tell.
std::string detect_language(std::string_view text);

}  // namespace morgue::text
