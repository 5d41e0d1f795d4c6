#pragma once
// The options that commands over all of a query's articles have in common.
#include <morgue/search.hpp>

#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/search_request.hpp"

namespace morgue::cli {

// clang-format off
inline constexpr Option from_option{"from", 0, "DATE", "only articles published then or later"};
inline constexpr Option to_option  {"to",   0, "DATE", "only articles published then or earlier"};
// clang-format on

// The value of an option that is a date. Throws Error usage.
std::optional<Date> date_option(const Arguments& arguments, const std::string& option);

// --from and --to; "2025", "2025-09", "2025-09-28". Throws Error usage.
DateRange date_range(const Arguments& arguments);

// The query with --from and --to as a part of it.
std::string narrowed_to_dates(const Arguments& arguments, const std::string& query);

// search_request() with its query narrowed so.
SearchRequest explore_request(const Arguments& arguments);

}  // namespace morgue::cli
