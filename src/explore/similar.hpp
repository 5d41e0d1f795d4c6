#pragma once
#include <morgue/explore/similar.hpp>

#include "explore/context.hpp"

namespace morgue::explore {

Similar similar(const SimilarRequest& request, const Context& context);

}  // namespace morgue::explore
