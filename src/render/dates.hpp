#pragma once
// Dates as people read them.
#include <morgue/date.hpp>
#include <string>

namespace morgue::render {

// "2025-09-28 10:00 +02:00": as precise as the date, seconds left out.
std::string readable(const Date& date);

}  // namespace morgue::render
