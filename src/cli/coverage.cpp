// morgue coverage: what an archive holds of each source.
#include <array>
#include <morgue/archive.hpp>
#include <morgue/explore.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/explore_request.hpp"
#include "cli/places.hpp"
#include "render/coverage.hpp"
#include "render/timeline.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr auto options = explore_options(std::array{
    Option{"every",   0,   "day|week|month|year", "how long a period is (week)"},
    Option{"limit",   'n', "N|all",         "of text: at most so many sources (20)"},
    Option{"periods", 0,   "",              "of csv: a row for each source and period"},
    count_option,
    Option{"format",  0,   "text|csv|json", "how the table is printed (text)"},
});
constexpr std::string_view text = R"(For each source: how many articles, the share with a byline, a date and a body, its languages, and how
many it published in the last periods (a dot: none). `gap` is its usual gap in days: nine in ten are not
longer. A gap longer than three times that, and than a week, is a silence; `silent` counts the days of one
that goes on at the last day of all.

  morgue coverage
  morgue coverage --every month --format csv --periods > coverage.csv
)";
// clang-format on

CoverageRequest request_of(const Arguments& arguments) {
    using Every = TimelineRequest::Every;
    CoverageRequest request{.search = explore_request(arguments)};
    take_counting(arguments, request.search);
    for (const Every every : {Every::day, Every::week, Every::month, Every::year})
        if (render::name_of(every) == arguments.value("every")) request.every = every;
    return request;
}

}  // namespace

const Manual coverage_manual{options, text};

int coverage(const Arguments& arguments, Console& console) {
    const CoverageRequest request = request_of(arguments);
    const ArchiveReader archive(archive_folder(arguments));
    const Coverage coverage = morgue::coverage(archive, request);
    tell_problems(arguments, request.search.query, coverage.problems, console);
    const bool any = coverage.all.articles > 0;
    const std::string format = arguments.value("format", "text");
    std::string out;
    if (format == "csv") {
        if (arguments.has("periods"))
            render::csv_coverage_periods(out, coverage, request.search, console.style());
        else
            render::csv_coverage(out, coverage, request.search, console.style());
    }
    if (format == "json") render::json_coverage(out, coverage, request.search);
    if (format == "text" && any)
        render::text_coverage(out, coverage, request.search, console.style(),
                              arguments.number("limit", 20));
    console.page(out);
    if (any) return done;
    tell_nothing_found({}, console);
    return nothing_found;
}

}  // namespace morgue::cli
