#pragma once
// Lines that hold a date and nothing else.
#include <string_view>

namespace morgue::extract {

// "Published: 3 September 2024, 10:15 CEST", but not "March 2024 was cold".
bool is_date_line(std::string_view line);

}  // namespace morgue::extract
