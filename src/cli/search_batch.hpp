#pragma once
// morgue search --batch: many queries at once.
#include <morgue/search.hpp>

#include "cli/console.hpp"
#include "cli/options.hpp"

namespace morgue::cli {

// `request` holds what all have in common.
int search_batch(const Arguments& arguments, SearchRequest request, Console& console);

}  // namespace morgue::cli
