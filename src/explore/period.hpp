#pragma once
// Days, weeks, months and years, numbered: neighbours differ by one.
#include <chrono>
#include <morgue/explore/timeline.hpp>
#include <optional>
#include <string>

#include "index/article_values.hpp"

namespace morgue::explore {

using Every = TimelineRequest::Every;

int period_of(Every every, std::chrono::sys_days day);
std::chrono::sys_days first_day(Every every, int period);

// None for a date that may mean several.
std::optional<int> period_of(Every every, const index::PublishedColumn::Span& published);

std::string name_of(Every every, int period);       // "2025-W39"
std::string condition_of(Every every, int period);  // "date:2025-09-22..2025-09-28"
Date date_of(std::chrono::sys_days day);

}  // namespace morgue::explore
