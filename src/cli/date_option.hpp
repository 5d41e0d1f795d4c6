#pragma once
// Options whose value is a date or an age.
#include <morgue/date.hpp>

#include "cli/options.hpp"

namespace morgue::cli {

// "2025-09-01", "yesterday", "7d" (seven days ago; so is "-7d"). Throws Error usage.
Date date_option(const Arguments& arguments, std::string_view option,
                 std::string_view otherwise = {});

}  // namespace morgue::cli
