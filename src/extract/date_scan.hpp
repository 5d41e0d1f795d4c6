#pragma once
// Reading a date, and why there is none.
#include <cstdint>
#include <morgue/date.hpp>
#include <optional>
#include <string_view>

namespace morgue::extract {

struct DateScan {
    std::optional<Date> date;
    bool impossible = false;  // it has the form of a date but names no day ("30 February 2024")
};

// How a text writes "02/10/2020", where the digits do not tell.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

// As read_date.
DateScan scan_date(std::string_view text, DateOrder order = DateOrder::unknown);

}  // namespace morgue::extract
