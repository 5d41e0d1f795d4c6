// morgue kwic: keyword in context.
#include <algorithm>
#include <array>
#include <charconv>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>
#include <morgue/explore.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/explore_request.hpp"
#include "cli/places.hpp"
#include "render/kwic.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr auto options = explore_options(std::array{
    Option{"sort",    0,   "relevance|newest|oldest|left|right", "the order (relevance); left, right: by the words there"},
    Option{"sort-by", 0,   "KEYS",          "by these words: 1L is the first to the left, 2R the second to the right, 0 the match"},
    Option{"field",   0,   "NAME",          "a text field to look in; repeatable (headline, body)"},
    Option{"limit",   'n', "N|all",         "at most so many lines (100)"},
    Option{"window",  0,   "N",             "so many words on each side (12)"},
    Option{"width",   0,   "N",             "of text: columns of a line (the terminal's, else 120)"},
    Option{"format",  0,   "text|csv|json", "how the lines are printed (text)"},
});
constexpr std::string_view text = R"(Shown are the places that `morgue search` highlights. Sorted by words, every article that the query
finds is read; otherwise reading ends at the limit.

  morgue kwic strike
  morgue kwic '"prime minister"' --sort-by 1L,1R --limit all --format csv
)";
// clang-format on

constexpr std::size_t piped_width = 120;

[[noreturn]] void bad_key(const std::string& key) {
    throw Error(Error::Kind::usage, "--sort-by knows no '" + key + "'",
                "write 1L, 2L, ... 1R, 2R, ... or 0, with commas between, e.g. --sort-by 1R,2R,1L");
}

int key_of(const std::string& key) {
    if (text == "0") return 0;
    int number = 0;
    const char* end = key.data() + key.size();
    const auto [rest, error] = std::from_chars(key.data(), end, number);
    if (error != std::errc() || rest + 1 != end || number < 1) bad_key(key);
    if (*rest == 'L' || *rest == 'l') return -number;
    if (*rest == 'R' || *rest == 'r') return number;
    bad_key(key);
}

std::vector<int> keys_of(const std::string& list) {
    std::vector<int> out;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        out.push_back(key_of(list.substr(at, end - at)));
        at = end + 1;
    }
    return out;
}

KwicRequest request_of(const Arguments& arguments) {
    using Sort = KwicRequest::Sort;
    KwicRequest request{.search = explore_request(arguments)};
    const std::string sort = arguments.value("sort", "relevance");
    if (sort == "newest") request.sort = Sort::newest;
    if (sort == "oldest") request.sort = Sort::oldest;
    if (sort == "left" || sort == "right") request.sort = Sort::words;
    if (sort == "left") request.keys = {-1, -2, -3};
    if (arguments.has("sort-by")) {
        request.sort = Sort::words;
        request.keys = keys_of(arguments.value("sort-by"));
    }
    const auto names = arguments.values("field");
    if (!names.empty()) request.fields.clear();
    for (const std::string& name : names) {
        const auto found = find_field(name);
        if (!found)
            throw Error(Error::Kind::usage, "--field: there is no field '" + name + "'",
                        "kwic shows headline, subheadline, byline, summary and body");
        request.fields.push_back(*found);
    }
    request.window = arguments.number("window", request.window);
    request.limit = arguments.number("limit", request.limit);
    return request;
}

}  // namespace

const Manual kwic_manual{options, text};

int kwic(const Arguments& arguments, Console& console) {
    const KwicRequest request = request_of(arguments);
    const ArchiveReader archive(archive_folder(arguments));
    const Kwic kwic = morgue::kwic(archive, request);
    const std::string query = request.search.query;
    tell_problems(arguments, query, kwic.problems, console);
    const std::string format = arguments.value("format", "text");
    const std::size_t width = console.style().width ? console.style().width : piped_width;
    std::string out;
    if (format == "csv") render::csv_kwic(out, kwic, console.style());
    if (format == "json") render::json_kwic(out, kwic, query);
    if (format == "text")
        render::text_kwic(out, kwic, console.style(), arguments.number("width", width));
    console.page(out);
    if (!kwic.lines.empty()) return done;
    if (kwic.nothing_to_show)
        console.complain("the query has no words that could be shown, only conditions",
                         "add a word or a name to it");
    else
        tell_nothing_found({}, console);
    return nothing_found;
}

}  // namespace morgue::cli
