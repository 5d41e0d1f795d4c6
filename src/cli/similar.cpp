// morgue similar: articles like one article, or like a text.
#include <array>
#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>
#include <morgue/explore.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/explore_request.hpp"
#include "cli/places.hpp"
#include "render/output.hpp"
#include "render/similar.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"text",       0,   "FILE",  "like the text of this file (- for standard input) instead of an article"},
    Option{"limit",      'n', "N",     "at most so many articles (10)"},
    Option{"since",      0,   "DATE",  "only articles published then or later"},
    Option{"until",      0,   "DATE",  "only articles published then or earlier"},
    Option{"background", 0,   "",      "only articles published before the given one"},
    Option{"among",      0,   "QUERY", "only among what this query finds"},
    Option{"copies",     0,   "",      "show copies, too, of the article and of each other"},
    Option{"terms",      0,   "N",     "by so many of its most telling words and names (25)"},
    Option{"explain",    0,   "",      "print these words and names, not the articles"},
    Option{"format",     0,   "text|json|csv|tsv|ids", "how the answer is printed (text)"},
    strict_option,
};
constexpr std::string_view text = R"(Articles are alike when they share the words and names that are frequent in the one and rare in the
archive; those of its headline count more.

  morgue similar 17
  morgue similar 17 --background --limit 5
  morgue similar --text draft.txt --since 2025-01
)";
// clang-format on

std::string read_file(const std::string& path) {
    std::ifstream file;
    if (path != "-") file.open(path, std::ios::binary);
    std::istream& in = path == "-" ? std::cin : file;
    std::string out{std::istreambuf_iterator<char>(in), {}};
    if (path != "-" && !file)
        throw Error(Error::Kind::io, "cannot read " + path, "check that it is there");
    return out;
}

ArticleId id_of(const std::string& typed) {
    ArticleId id = 0;
    const char* end = typed.data() + typed.size();
    const auto [rest, error] = std::from_chars(typed.data(), end, id);
    if (error != std::errc() || rest != end || id < 1)
        throw Error(Error::Kind::usage, "'" + typed + "' is no id of an article",
                    "morgue search prints the ids of articles");
    return id;
}

SimilarRequest request_of(const Arguments& arguments) {
    if (arguments.operands().empty() != arguments.has("text"))
        throw Error(Error::Kind::usage, "similar needs an ID or --text FILE, and not both",
                    "e.g. morgue similar 17");
    SimilarRequest request;
    if (arguments.has("text"))
        request.text = read_file(arguments.value("text"));
    else
        request.id = id_of(arguments.operands().front());
    request.search.query = arguments.value("among");
    request.range = {date_option(arguments, "since"), date_option(arguments, "until")};
    request.background = arguments.has("background");
    request.copies = arguments.has("copies");
    request.count = arguments.number("limit", request.count);
    request.terms = arguments.number("terms", request.terms);
    return request;
}

void print_terms(const std::vector<Similar::Term>& terms, const std::string& format,
                 Console& console) {
    std::string out;
    if (format == "json")
        render::json_terms(out, terms);
    else if (format == "csv")
        render::csv_grid(out, render::grid_of(terms), console.style());
    else if (format == "text")
        render::text_grid(out, render::grid_of(terms), console.style());
    else
        throw Error(Error::Kind::usage, "--explain prints text, json or csv",
                    "leave --format " + format + " away");
    console.page(out);
}

}  // namespace

const Manual similar_manual{options, text};

int similar(const Arguments& arguments, Console& console) {
    const SimilarRequest request = request_of(arguments);
    const ArchiveReader archive(archive_folder(arguments));
    const Similar like = morgue::similar(archive, request);
    tell_problems(arguments, request.search.query, like.found.problems, console);
    const std::string format = arguments.value("format", "text");
    if (arguments.has("explain")) {
        print_terms(like.terms, format, console);
        return like.terms.empty() ? nothing_found : done;
    }
    std::string out;
    render::find_output_format(format)->answer(out, {request.search, like.found, console.style()});
    console.page(out);
    if (like.copies > 0 && format == "text" && !console.quiet())
        console.message("morgue: left out " + std::to_string(like.copies) +
                        (like.copies == 1 ? " copy" : " copies") + "; --copies shows them\n");
    if (!like.found.hits.empty()) return done;
    tell_nothing_found({}, console);
    return nothing_found;
}

}  // namespace morgue::cli
