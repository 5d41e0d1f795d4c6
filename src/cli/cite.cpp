// morgue cite: a search as it can be put in a footnote.
#include <array>
#include <morgue/archive.hpp>
#include <morgue/cite.hpp>
#include <morgue/error.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/search_request.hpp"
#include "cli/version.hpp"
#include "render/cite.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"date",   0, "DATE",      "the day on which the search is made (today)"},
    match_option,
    Option{"format", 0, "text|json", "how it is printed (text)"},
    strict_option, lang_option,
};

constexpr std::string_view text = R"(Says which archive was asked, in which state, what it was asked as it was understood (relative dates
and saved searches written out), and what it found. The fingerprint is over the ids and contents of the
articles found: if it is the same later, so are they.

  morgue cite 'harbour AND strike date:2025'
  morgue cite saved:cartels --format json
)";
// clang-format on

SearchRequest request_of(const Arguments& arguments) {
    SearchRequest request = search_request(arguments);
    if (!arguments.has("date")) return request;
    const auto date = parse_iso_date(arguments.value("date"));
    if (!date)
        throw Error(Error::Kind::usage, "--date: '" + arguments.value("date") + "' is no date",
                    "write it as 2025-09-28");
    request.now = date->first();
    return request;
}

}  // namespace

const Manual cite_manual{options, text};

int cite(const Arguments& arguments, Console& console) {
    const SearchRequest request = request_of(arguments);
    const ArchiveReader archive(archive_folder(arguments));
    const Citation citation = morgue::cite(archive, request);
    tell_problems(arguments, request.query, citation.problems, console);
    std::string out;
    if (arguments.value("format", "text") == "json")
        render::json_citation(out, citation, version);
    else
        render::text_citation(out, citation, version, console.style());
    console.page(out);
    return citation.articles > 0 ? done : nothing_found;
}

}  // namespace morgue::cli
