#pragma once
#include <morgue/explore/coverage.hpp>
#include <span>

#include "explore/context.hpp"

namespace morgue::explore {

Coverage coverage(const CoverageRequest& request, const Context& context);

// `days`: of publication, ascending, no two alike; `end`: the last day of all. Numbered as
// sys_days.
struct Rhythm {
    std::uint64_t usual_gap = 0;
    std::vector<Coverage::Silence> silences;
};
Rhythm rhythm(std::span<const int> days, int end);

}  // namespace morgue::explore
