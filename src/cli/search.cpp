// morgue search: the articles that a query finds.
#include <algorithm>
#include <array>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>

#include "cli/command.hpp"
#include "cli/date_option.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/search_batch.hpp"
#include "cli/search_request.hpp"
#include "render/output.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"facet",    0,   "NAME",                              "count the values of this field, too; repeatable"},
    Option{"limit",    'n', "N|all",                             "at most so many articles (10); 0 only counts"},
    Option{"offset",   0,   "N",                                 "leave out the first ones (0)"},
    Option{"sort",     0,   "relevance|newest|oldest",           "the order (relevance)"},
    match_option,
    rank_option,
    expand_option,
    Option{"as-of",    0,   "DATE",                              "the texts that the archive held at the end of that day, or at that moment"},
    collapse_option,
    Option{"count",    0,   "articles|stories|words",            "what --facet counts (articles)"},
    multi_select_option,
    Option{"format",   0,   "text|json|jsonl|csv|tsv|ids|ninjs", "how the answer is printed (text)"},
    Option{"batch",    0,   "FILE",                              "ask each line of the file, or each name of a column (see below)"},
    Option{"column",   0,   "NAME",                              "of --batch: the file is CSV, and names stand in this column"},
    Option{"matrix",   0,   "",                                  "of --batch: a row a query, its total and the counts of --facet"},
    Option{"explain",  0,   "",                                  "print how the query is understood and run, not the answer"},
    strict_option,
    lang_option,
};

constexpr std::string_view text = R"(`morgue help query` tells how queries are written. Without a query everything is found.

  morgue search oil prices
  morgue search '"prime minister" date:2025' --facet person --facet source
  morgue search source:reuters --limit all --format jsonl > reuters.jsonl

text, json, csv, tsv and ids print the hits; jsonl and ninjs the whole articles.

With --batch FILE (- for standard input) each line is a query; with --column each cell of that column
of a CSV file is a name, asked as a phrase. A query beside them narrows all. Hits are printed as csv
or as jsonl (an answer a line); --matrix prints counts instead.

  morgue search --batch names.csv --column name --matrix --facet year 'date:2020..' > counts.csv
)";
// clang-format on

SearchRequest request_of(const Arguments& arguments) {
    SearchRequest request = search_request(arguments);
    request.sort = sort_of(arguments);
    request.first = arguments.number("offset", 0);
    request.count = arguments.number("limit", 10);
    const std::size_t window = ArchiveReader::max_window;
    if (request.first < window) request.count = std::min(request.count, window - request.first);
    for (const std::string& name : arguments.values("facet"))
        request.facets.push_back(facet_named(name, "facet"));
    take_counting(arguments, request);
    if (arguments.has("as-of")) request.as_of = date_option(arguments, "as-of").last();
    return request;
}

int explain(const Arguments& arguments, const ArchiveReader& archive, const SearchRequest& request,
            const render::OutputFormat& format, Console& console) {
    if (!format.explanation)
        throw Error(Error::Kind::usage, "--explain prints text or json",
                    "leave --format " + arguments.value("format") + " away");
    const Explanation explanation = archive.explain(request);
    tell_problems(arguments, request.query, explanation.problems, console);
    std::string out;
    format.explanation(out, explanation, console.style());
    console.page(out);
    return done;
}

// Whole articles, one in memory at a time.
void print_articles(const ArchiveReader& archive, const SearchRequest& request, bool all,
                    const SearchResult& result, const render::OutputFormat& format,
                    Console& console) {
    std::size_t nth = 0;
    const auto print = [&](const Article& article) {
        std::string out;
        format.article(out, article, {console.style()}, nth++);
        console.write(out);
    };
    if (!all) {
        for (const Hit& hit : result.hits)
            if (const auto article = archive.article(hit.id)) print(*article);
        return;
    }
    std::size_t skip = request.first;
    archive.each_hit(request, [&](const Article& article) {
        if (skip > 0)
            --skip;
        else
            print(article);
        return true;
    });
}

}  // namespace

const Manual search_manual{options, text};

int search(const Arguments& arguments, Console& console) {
    if (arguments.has("batch")) return search_batch(arguments, request_of(arguments), console);
    if (arguments.has("column") || arguments.has("matrix"))
        throw Error(Error::Kind::usage, "--column and --matrix go with --batch FILE",
                    "e.g. morgue search --batch names.csv --column name --matrix");
    SearchRequest request = request_of(arguments);
    const auto& format = *render::find_output_format(arguments.value("format", "text"));
    request.snippets = format.answer && format.name != "ids";
    const bool all = !format.answer && arguments.value("limit") == "all";
    if (all) request.count = 0;  // they are gone through one by one below
    const ArchiveReader archive(archive_folder(arguments));
    tell_corrections(archive, console);
    if (arguments.has("explain")) return explain(arguments, archive, request, format, console);

    const SearchResult result = archive.search(request);
    tell_problems(arguments, request.query, result.problems, console);
    if (format.answer) {
        std::string out;
        format.answer(out, {request, result, console.style()});
        console.page(out);
    } else {
        print_articles(archive, request, all, result, format, console);
    }
    if (result.total > 0) return done;
    tell_nothing_found(result, console);
    return nothing_found;
}

}  // namespace morgue::cli
