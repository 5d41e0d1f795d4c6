#pragma once
// Reading a date, and why there is none.
#include <morgue/date.hpp>
#include <optional>
#include <string_view>

namespace morgue::extract {

struct DateScan {
    std::optional<Date> date;
    bool impossible = false;  // it has the form of a date but names no day ("30 February 2024")
};

// As read_date.
DateScan scan_date(std::string_view text);

}  // namespace morgue::extract
