#pragma once
// Counting the values of fields within what a query finds: `facets` and `entities`.
#include <morgue/search.hpp>
#include <vector>

#include "cli/console.hpp"
#include "cli/options.hpp"

namespace morgue::cli {

// clang-format off
inline constexpr Option buckets_option{"limit",  'n', "N|all",             "at most so many values of each field (10)"};
inline constexpr Option counts_option {"format", 0,   "text|json|csv|tsv", "how the counts are printed (text)"};
// clang-format on

// Prints the counts; returns the exit code. With `prominent` of entities those that articles name
// in passing are left out.
int count_values(const Arguments& arguments, Console& console, std::vector<Field::Id> fields,
                 bool prominent = false);

}  // namespace morgue::cli
