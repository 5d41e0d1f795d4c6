#pragma once
#include <morgue/quote.hpp>

#include "explore/context.hpp"

namespace morgue::explore {

void each_quote(const SearchRequest& request, const Context& context,
                const std::function<bool(const Article&, const Quote&)>& visit);

}  // namespace morgue::explore
