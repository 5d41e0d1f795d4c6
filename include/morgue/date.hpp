#pragma once
// A date as an article gives it: only as precise as it was written, in the zone it was written.
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morgue {

// Proleptic Gregorian, years 1 to 9999. Parts below the precision hold their least value.
struct Date {
    enum class Precision : std::uint8_t { year, month, day, minute, second };

    int year = 0;
    unsigned month = 1, day = 1, hour = 0, minute = 0, second = 0;
    Precision precision = Precision::day;
    std::optional<int> offset;  // minutes east of UTC as written; none: unknown (read as UTC)

    // ISO 8601: "2025", "2025-09", "2025-09-28", "2025-09-28T10:00:00+02:00" ("Z" for offset 0).
    std::string iso() const;

    // The first and the last second the date may mean, in UTC.
    std::chrono::sys_seconds first() const;
    std::chrono::sys_seconds last() const;

    bool operator==(const Date&) const = default;
};

// Exactly the forms that Date::iso() prints, RFC 3339 with fractions of a second, and a blank
// for the T; nothing for anything else, an impossible day (30 February) included.
std::optional<Date> parse_iso_date(std::string_view text);

// The moment in UTC, to the second.
Date utc_date(std::chrono::sys_seconds when);

// As queries write dates: what parse_iso_date() reads, or one that counts from `now`, in UTC:
// today, yesterday, tomorrow, now, -7d -2w -3m -1y (the day so long ago), -12h (the second).
std::optional<Date> parse_date(std::string_view text, std::chrono::sys_seconds now);

// Both ends belong to it; a missing end is open.
struct DateRange {
    std::optional<Date> from, to;
    bool operator==(const DateRange&) const = default;
};

}  // namespace morgue
