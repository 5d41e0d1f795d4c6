#pragma once
// Dates written by a pattern, "%d/%m/%Y %H:%M", as strptime knows them, in no locale but English.
#include <morgue/date.hpp>
#include <optional>
#include <string_view>

namespace morgue::formats {

// %Y %y (1970 to 2069) %m %d %e %j (day of the year) %b %B %H %I %p %M %S %f (fraction, dropped)
// %z (+0200, +02:00, Z) %s (seconds since 1970) %%; a blank stands for any white space; case does
// not count. What stands behind the date is left unread. Nothing for an impossible date.
std::optional<Date> read_date(std::string_view text, std::string_view pattern);

// The first directive that is not one of those; 0 if there is none.
char unknown_directive(std::string_view pattern);

// Seconds (9 or 10 digits) or milliseconds (12 or 13) since 1970.
std::optional<Date> read_timestamp(std::string_view text);

}  // namespace morgue::formats
