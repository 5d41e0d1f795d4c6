#pragma once
// Dates that are told from the day on which a page was fetched: "2 hours ago", "gestern".
#include <morgue/date.hpp>
#include <optional>
#include <string_view>

namespace morgue::extract {

// A day, or the hour where hours or minutes are told; nothing for any other text. `seen`: when the
// text was fetched, of a day at least.
std::optional<Date> read_relative_date(std::string_view text, const Date& seen);

}  // namespace morgue::extract
