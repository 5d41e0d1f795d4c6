// morgue timeline: how often something was written about, period by period.
#include <algorithm>
#include <array>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>
#include <morgue/explore.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/explore_request.hpp"
#include "cli/places.hpp"
#include "render/timeline.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr auto options = explore_options(std::array{
    Option{"every",  0, "day|week|month|year",   "how long a period is (the shortest that makes at most 60)"},
    Option{"per",    0, "articles|words|source", "what counts are set against (articles); see below"},
    Option{"split",  0, "NAME",                  "a line for each of the most frequent values of this facet"},
    Option{"values", 0, "N|all",                 "of --split: so many values (5)"},
    Option{"smooth", 0, "N",                     "the mean of so many periods (1)"},
    count_option,
    Option{"format", 0, "text|csv|json|svg",     "how the timeline is printed (text)"},
});
constexpr std::string_view text = R"(Several queries are parted by commas, and each is a line of its own. Days are those of UTC, weeks
begin on Monday. A period in which nothing at all was published is a gap, not a zero. Periods in which
a query is more frequent than elsewhere are marked as bursts (*).

--per articles  the share of all articles of the period
--per words     articles per million words that were published in the period
--per source    the mean of the shares within each source: a source that joins or grows changes nothing

With --per or --smooth bars and lines show these rates, else counts. csv, json and svg carry, for every
period, the query that finds its articles.

  morgue timeline 'oil,gas' --every month --per articles
  morgue timeline ferry --split source --format svg > ferry.svg
)";
// clang-format on

// The queries between commas, but not those within quotes, parentheses or numbers.
std::vector<std::string> split_queries(const std::string& typed) {
    std::vector<std::string> out{""};
    bool quoted = false;
    int depth = 0;
    const auto digit = [&](std::size_t at) {
        return at < typed.size() && typed[at] >= '0' && typed[at] <= '9';
    };
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const char c = typed[i];
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '(' || c == ')')) depth += c == '(' ? 1 : -1;
        const bool parts =
            c == ',' && !quoted && depth <= 0 && !(i > 0 && digit(i - 1) && digit(i + 1));
        if (parts)
            out.emplace_back();
        else if (c != ' ' || !out.back().empty())
            out.back() += c;
    }
    for (std::string& query : out)
        while (query.ends_with(' ')) query.pop_back();
    if (out.size() > 1) std::erase(out, "");
    return out;
}

TimelineRequest::Every every(const std::string& name) {
    using Every = TimelineRequest::Every;
    for (const Every each : {Every::day, Every::week, Every::month, Every::year})
        if (render::name_of(each) == name) return each;
    return Every::automatic;
}

TimelineRequest request_of(const Arguments& arguments) {
    TimelineRequest request{.search = search_request(arguments)};
    take_counting(arguments, request.search);
    request.queries = split_queries(request.search.query);
    request.every = every(arguments.value("every"));
    const std::string per = arguments.value("per", "articles");
    if (per == "words") request.per = TimelineRequest::Per::words;
    if (per == "source") request.per = TimelineRequest::Per::source;
    if (arguments.has("split")) request.split = facet_named(arguments.value("split"), "split");
    const std::uint64_t values = arguments.number("values", 5);
    request.values = values > ArchiveReader::max_window ? 0 : values;  // 0 means all there
    request.smooth = arguments.number("smooth", 1);
    request.range = date_range(arguments);
    return request;
}

}  // namespace

const Manual timeline_manual{options, text};

int timeline(const Arguments& arguments, Console& console) {
    const ArchiveReader archive(archive_folder(arguments));
    const TimelineRequest request = request_of(arguments);
    const Timeline timeline = morgue::timeline(archive, request);
    for (const Timeline::Query& query : timeline.queries)
        tell_problems(arguments, query.text, query.problems, console);
    const auto found = [](const Timeline::Series& series) {
        return series.total + series.undated + series.coarse + series.outside > 0;
    };
    const bool any = std::any_of(timeline.series.begin(), timeline.series.end(), found);
    const render::TimelineView view{timeline, request.search, console.style(),
                                    arguments.has("per") || arguments.has("smooth")};
    const std::string format = arguments.value("format", "text");
    std::string out;
    if (format == "csv") render::csv_timeline(out, view);
    if (format == "json") render::json_timeline(out, view);
    if (format == "svg") render::svg_timeline(out, view);
    if (format == "text" && any) render::text_timeline(out, view);
    console.page(out);
    if (any) return done;
    tell_nothing_found({}, console);
    return nothing_found;
}

}  // namespace morgue::cli
