// morgue compare: two queries side by side.
#include <array>
#include <morgue/archive.hpp>
#include <morgue/explore.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/explore_request.hpp"
#include "cli/places.hpp"
#include "render/compare.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr auto options = explore_options(std::array{
    Option{"by",     0,   "NAME",           "the field whose values are compared; repeatable (source)"},
    Option{"sort",   0,   "ll|ratio|count", "by log-likelihood, log ratio or number of articles (ll)"},
    Option{"min",    0,   "N",              "only values with so many articles of both together (1)"},
    Option{"limit",  'n', "N|all",          "at most so many values of each field (20)"},
    count_option,
    Option{"format", 0,   "text|csv|json",  "how the values are printed (text)"},
});
constexpr std::string_view text = R"(Shares are those of the articles that each query finds. The log ratio says how much they differ (1: the
share of the first is twice that of the second), G2 how sure that is. Quote each query.

  morgue compare oil gas --by source --by month
  morgue compare 'strike date:2024' 'strike date:2025' --by person --sort ratio --min 5
)";
// clang-format on

CompareRequest request_of(const Arguments& arguments) {
    CompareRequest request{.search = search_request(arguments)};
    take_counting(arguments, request.search);
    for (std::size_t i = 0; i < 2; ++i)
        request.queries[i] = narrowed_to_dates(arguments, arguments.operands()[i]);
    for (const std::string& name : arguments.values("by"))
        request.facets.push_back(facet_named(name, "by"));
    if (request.facets.empty()) request.facets = {Field::Id::source};
    request.min = arguments.number("min", request.min);
    request.limit = arguments.number("limit", request.limit);
    const std::string sort = arguments.value("sort", "ll");
    if (sort == "ratio") request.sort = CompareRequest::Sort::log_ratio;
    if (sort == "count") request.sort = CompareRequest::Sort::count;
    return request;
}

}  // namespace

const Manual compare_manual{options, text};

int compare(const Arguments& arguments, Console& console) {
    const CompareRequest request = request_of(arguments);
    const ArchiveReader archive(archive_folder(arguments));
    const Comparison comparison = morgue::compare(archive, request);
    for (std::size_t i = 0; i < 2; ++i)
        tell_problems(arguments, request.queries[i], comparison.problems[i], console);
    const bool any = comparison.totals[0] + comparison.totals[1] > 0;
    const std::string format = arguments.value("format", "text");
    std::string out;
    if (format == "csv") render::csv_comparison(out, comparison, console.style());
    if (format == "json") render::json_comparison(out, comparison, request);
    if (format == "text" && any) render::text_comparison(out, comparison, request, console.style());
    console.page(out);
    if (any) return done;
    tell_nothing_found({}, console);
    return nothing_found;
}

}  // namespace morgue::cli
