#pragma once
#include <morgue/explore/compare.hpp>

#include "explore/context.hpp"

namespace morgue::explore {

Comparison compare(const CompareRequest& request, const Context& context);

}  // namespace morgue::explore
