#pragma once
#include <morgue/cite.hpp>

#include "explore/context.hpp"

namespace morgue::explore {

Citation cite(const SearchRequest& request, const Context& context);

}  // namespace morgue::explore
