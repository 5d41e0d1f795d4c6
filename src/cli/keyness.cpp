// morgue keyness: the words that set a query's articles apart.
#include <array>
#include <charconv>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>
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
    Option{"against", 0,   "QUERY|rest",     "what the articles are set against (the rest of the archive)"},
    Option{"ngrams",  0,   "1|2|3",          "words, or phrases of so many words (1)"},
    Option{"count",   0,   "words|articles|stories", "how often a word stands there, or in how many texts (words)"},
    Option{"sort",    0,   "ll|ratio|chi2",  "by log-likelihood, log ratio or chi-square (ll)"},
    Option{"min",     0,   "N",              "only words that are counted so often (5)"},
    Option{"p",       0,   "P",              "only words whose p is at most this (0.01)"},
    Option{"stop-words", 0, "",              "show words like 'the' and 'of', too"},
    Option{"limit",   'n', "N|all",          "at most so many words (50)"},
    Option{"format",  0,   "text|csv|json",  "how the words are printed (text)"},
});
constexpr std::string_view text = R"(Words of the running text (the body, or the summary where there is no body) are counted in the articles
of the query and in the others. G2 (log-likelihood) and X2 (chi-square) say how sure it is that they
differ, the log ratio how much: 1 is twice as often, 2 four times. An article that both queries find is
counted on both sides. With --ngrams 2 or 3 against the rest, every article of the archive is read.
docs/explore.md has the formulas.

  morgue keyness strike
  morgue keyness 'source:Halyard' --against 'source:"The Daily Meridian"' --sort ratio
)";
// clang-format on

double probability(const std::string& typed) {
    double out = 0;
    const char* end = typed.data() + typed.size();
    const auto [rest, error] = std::from_chars(typed.data(), end, out);
    if (error != std::errc() || rest != end || !(out >= 0 && out <= 1))
        throw Error(Error::Kind::usage, "--p: '" + typed + "' is no probability",
                    "give a number from 0 to 1, e.g. 0.001");
    return out;
}

KeynessRequest request_of(const Arguments& arguments) {
    using Measure = KeynessRequest::Measure;
    KeynessRequest request{.search = explore_request(arguments)};
    const std::string against = arguments.value("against", "rest");
    if (against != "rest") request.against = narrowed_to_dates(arguments, against);
    request.length = std::size_t(arguments.value("ngrams", "1").front() - '0');
    request.min = arguments.number("min", request.min);
    request.limit = arguments.number("limit", request.limit);
    if (arguments.has("p")) request.most_p = probability(arguments.value("p"));
    const std::string sort = arguments.value("sort", "ll");
    if (sort == "ratio") request.sort = Measure::log_ratio;
    if (sort == "chi2") request.sort = Measure::chi_square;
    request.count = count_of(arguments, request.count);
    request.stop_words = arguments.has("stop-words");
    return request;
}

}  // namespace

const Manual keyness_manual{options, text};

int keyness(const Arguments& arguments, Console& console) {
    const KeynessRequest request = request_of(arguments);
    const ArchiveReader archive(archive_folder(arguments));
    const Keyness found = morgue::keyness(archive, request);
    tell_problems(arguments, request.search.query, found.problems, console);
    tell_problems(arguments, request.against.value_or(""), found.other_problems, console);
    const std::string format = arguments.value("format", "text");
    std::string out;
    if (format == "csv") render::csv_grid(out, render::grid_of(found), console.style());
    if (format == "json") render::json_keyness(out, found, request);
    if (format == "text" && found.articles > 0)
        render::text_keyness(out, found, request, console.style());
    console.page(out);
    if (!found.keys.empty()) return done;
    if (found.articles > 0 && !console.quiet())
        console.complain("no word sets them apart", "ask for less with --min or --p");
    else
        tell_nothing_found({}, console);
    return nothing_found;
}

}  // namespace morgue::cli
