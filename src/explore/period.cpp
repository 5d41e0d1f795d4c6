#include "explore/period.hpp"

#include <cassert>

namespace morgue::explore {

using namespace std::chrono;

namespace {

// 1 January 1970 was a Thursday.
constexpr int days_after_monday = 3;

int floor_div(int a, int b) {
    return a / b - (a % b < 0);
}

// The year of an ISO week is that of its Thursday.
std::string week_name(sys_days monday) {
    const sys_days thursday = monday + days(3);
    const year_month_day date(thursday);
    const int week = int((thursday - sys_days(date.year() / January / 1)).count()) / 7 + 1;
    const std::string year = name_of(Every::year, int(date.year()));
    return year + (week < 10 ? "-W0" : "-W") + std::to_string(week);
}

}  // namespace

int period_of(Every every, sys_days day) {
    const year_month_day date(day);
    switch (every) {
        case Every::day:
            return int(day.time_since_epoch().count());
        case Every::week:
            return floor_div(int(day.time_since_epoch().count()) + days_after_monday, 7);
        case Every::month:
            return int(date.year()) * 12 + int(unsigned(date.month())) - 1;
        default:
            return int(date.year());
    }
}

sys_days first_day(Every every, int period) {
    switch (every) {
        case Every::day:
            return sys_days(days(period));
        case Every::week:
            return sys_days(days(period * 7 - days_after_monday));
        case Every::month:
            return year(floor_div(period, 12)) /
                   month(unsigned(period - 12 * floor_div(period, 12)) + 1) / 1;
        default:
            return year(period) / January / 1;
    }
}

std::optional<int> period_of(Every every, const index::PublishedColumn::Span& published) {
    const int first = period_of(every, floor<days>(published.first));
    const int last = period_of(every, floor<days>(published.last));
    return first == last ? std::optional(first) : std::nullopt;
}

Date date_of(sys_days day) {
    const year_month_day date(day);
    return {.year = int(date.year()),
            .month = unsigned(date.month()),
            .day = unsigned(date.day()),
            .offset = std::nullopt};
}

std::string name_of(Every every, int period) {
    assert(every != Every::automatic);
    const sys_days day = first_day(every, period);
    if (every == Every::week) return week_name(day);
    Date date = date_of(day);
    if (every == Every::month) date.precision = Date::Precision::month;
    if (every == Every::year) date.precision = Date::Precision::year;
    return date.iso();
}

std::string condition_of(Every every, int period) {
    if (every != Every::week) return "date:" + name_of(every, period);
    const sys_days monday = first_day(every, period);
    return "date:" + date_of(monday).iso() + ".." + date_of(monday + days(6)).iso();
}

}  // namespace morgue::explore
