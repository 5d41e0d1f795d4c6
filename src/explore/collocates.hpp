#pragma once
#include <morgue/explore/collocates.hpp>

#include "explore/context.hpp"

namespace morgue::explore {

Collocates collocates(const CollocatesRequest& request, const Context& context);

}  // namespace morgue::explore
