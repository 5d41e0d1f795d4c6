#pragma once
#include <morgue/explore/graph.hpp>

#include "explore/context.hpp"

namespace morgue::explore {

Graph graph(const GraphRequest& request, const Context& context);

}  // namespace morgue::explore
