#pragma once
// The version of the program.
#include <string_view>

namespace morgue::cli {

#ifdef MORGUE_VERSION
inline constexpr std::string_view version = MORGUE_VERSION;  // the build passes the project's
#else
inline constexpr std::string_view version = "0.1.0";
#endif

}  // namespace morgue::cli
