#pragma once
// The options that commands over all of a query's articles have in common.
#include <algorithm>
#include <array>
#include <morgue/search.hpp>

#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/search_request.hpp"

namespace morgue::cli {

// clang-format off
inline constexpr Option from_option{"from", 0, "DATE", "only articles published then or later"};
inline constexpr Option to_option  {"to",   0, "DATE", "only articles published then or earlier"};
inline constexpr std::array shared_options{copies_option, from_option, to_option, match_option, strict_option, lang_option};
// clang-format on

// A command's own options, and those that all have.
template <std::size_t N>
constexpr auto explore_options(const std::array<Option, N>& own) {
    std::array<Option, N + shared_options.size()> out{};
    std::copy(shared_options.begin(), shared_options.end(),
              std::copy(own.begin(), own.end(), out.begin()));
    return out;
}

// The value of an option that is a date. Throws Error usage.
std::optional<Date> date_option(const Arguments& arguments, const std::string& option);

// --from and --to; "2025", "2025-09", "2025-09-28". Throws Error usage.
DateRange date_range(const Arguments& arguments);

// The query with --from and --to as a part of it.
std::string narrowed_to_dates(const Arguments& arguments, const std::string& query);

// search_request() with its query narrowed so, and --collapse.
SearchRequest explore_request(const Arguments& arguments);

}  // namespace morgue::cli
