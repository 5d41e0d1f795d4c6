#pragma once
#include <morgue/explore/kwic.hpp>

#include "explore/context.hpp"

namespace morgue::explore {

Kwic kwic(const KwicRequest& request, const Context& context);

}  // namespace morgue::explore
