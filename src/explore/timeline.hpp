#pragma once
#include <morgue/explore/timeline.hpp>

#include "explore/context.hpp"

namespace morgue::explore {

Timeline timeline(const TimelineRequest& request, const Context& context);

}  // namespace morgue::explore
