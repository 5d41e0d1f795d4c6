// morgue collocates: the words near a query's matches.
#include <array>
#include <morgue/archive.hpp>
#include <morgue/explore.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/explore_request.hpp"
#include "cli/places.hpp"
#include "render/word_lists.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr auto options = explore_options(std::array{
    Option{"window", 0,   "N",              "so many words on each side of a match (5)"},
    Option{"left",   0,   "N",              "so many on the left side"},
    Option{"right",  0,   "N",              "so many on the right side"},
    Option{"min",    0,   "N",              "only words that are near so often (3)"},
    Option{"sort",   0,   "ll|mi|t|count|articles", "by log-likelihood, mutual information, t-score or number (ll)"},
    Option{"stop-words", 0, "",             "show words like 'the' and 'of', too"},
    Option{"limit",  'n', "N|all",          "at most so many words (50)"},
    Option{"count",  0,   "words|articles|stories", "how often a word is near, or in how many texts (words); for the measures"},
    Option{"format", 0,   "text|csv|json",  "how the words are printed (text)"},
});
constexpr std::string_view text = R"(Words of the running text near a match (the body, or the summary where there is no body) are compared
with how often they stand in the whole archive. Shown are those that are near more often than chance
would have it. Counts are exact; docs/explore.md has the formulas.

  morgue collocates strike
  morgue collocates '"prime minister"' --left 0 --right 3 --sort mi --min 10
)";
// clang-format on

CollocatesRequest request_of(const Arguments& arguments) {
    using Measure = CollocatesRequest::Measure;
    CollocatesRequest request{.search = explore_request(arguments)};
    request.left = request.right = arguments.number("window", request.left);
    request.left = arguments.number("left", request.left);
    request.right = arguments.number("right", request.right);
    request.min = arguments.number("min", request.min);
    request.limit = arguments.number("limit", request.limit);
    const std::string sort = arguments.value("sort", "ll");
    if (sort == "mi") request.sort = Measure::mutual_information;
    if (sort == "t") request.sort = Measure::t_score;
    if (sort == "count") request.sort = Measure::count;
    if (sort == "articles") request.sort = Measure::articles;
    request.count = count_of(arguments, request.count);
    request.stop_words = arguments.has("stop-words");
    return request;
}

}  // namespace

const Manual collocates_manual{options, text};

int collocates(const Arguments& arguments, Console& console) {
    const CollocatesRequest request = request_of(arguments);
    const ArchiveReader archive(archive_folder(arguments));
    const Collocates found = morgue::collocates(archive, request);
    tell_problems(arguments, request.search.query, found.problems, console);
    const std::string format = arguments.value("format", "text");
    std::string out;
    if (format == "csv") render::csv_grid(out, render::grid_of(found), console.style());
    if (format == "json") render::json_collocates(out, found, request);
    if (format == "text" && found.matches > 0)
        render::text_collocates(out, found, request, console.style());
    console.page(out);
    if (!found.words.empty()) return done;
    if (found.matches > 0 && !console.quiet())
        console.complain("no word is near often enough",
                         "ask for less with --min, or for more with --window");
    else
        tell_nothing_found({}, console);
    return nothing_found;
}

}  // namespace morgue::cli
