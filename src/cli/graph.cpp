// morgue graph: who and what is named together.
#include <array>
#include <morgue/archive.hpp>
#include <morgue/explore.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/explore_request.hpp"
#include "cli/places.hpp"
#include "render/graph.hpp"
#include "render/record.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr auto options = explore_options(std::array{
    Option{"within", 0,   "article|paragraph|sentence", "where two must be named to make a pair (article)"},
    Option{"type",   0,   "person|organisation|place",  "only these; repeatable (all three)"},
    Option{"nodes",  0,   "N|all",        "only the most frequent names (50)"},
    Option{"min",    0,   "N",            "only pairs that are named together so often (2)"},
    Option{"sort",   0,   "ll|pmi|count", "by log-likelihood, mutual information or number (ll)"},
    Option{"limit",  'n', "N|all",        "at most so many pairs (text: 30, else all)"},
    Option{"count",  0,   "articles|stories", "stories: copies are one (articles)"},
    Option{"format", 0,   "text|csv|dot|graphml|gexf|json", "how the network is printed (text)"},
});
constexpr std::string_view text = R"(G2 (log-likelihood) says how sure it is that two are named together more often than by chance, PMI how
much more. Every pair has the ids of its articles. A headline is a paragraph and a sentence of its own.

  morgue graph strike --type person --within sentence
  morgue graph 'date:2025' --nodes 200 --format gexf > network.gexf
  morgue graph strike --format dot | sfdp -Tsvg > network.svg
)";
// clang-format on

constexpr std::size_t text_limit = 30;

GraphRequest request_of(const Arguments& arguments) {
    using Measure = GraphRequest::Measure;
    using Within = GraphRequest::Within;
    const auto number = [&](const char* option, std::uint64_t otherwise) {
        const std::uint64_t given = arguments.number(option, otherwise);
        return given > ArchiveReader::max_window ? 0 : std::size_t(given);  // 0 means all there
    };
    GraphRequest request{.search = explore_request(arguments)};
    const std::string within = arguments.value("within", "article");
    if (within != "article")
        request.within = within == "sentence" ? Within::sentence : Within::paragraph;
    if (arguments.has("type")) request.kinds.clear();
    for (const Entity::Kind kind :
         {Entity::Kind::person, Entity::Kind::organisation, Entity::Kind::place})
        for (const std::string& name : arguments.values("type"))
            if (name == kind_name(kind) && (request.kinds.empty() || request.kinds.back() != kind))
                request.kinds.push_back(kind);
    request.nodes = number("nodes", request.nodes);
    request.min = arguments.number("min", request.min);
    request.limit = number("limit", arguments.value("format", "text") == "text" ? text_limit : 0);
    const std::string sort = arguments.value("sort", "ll");
    if (sort == "pmi") request.sort = Measure::pmi;
    if (sort == "count") request.sort = Measure::count;
    return request;
}

}  // namespace

const Manual graph_manual{options, text};

int graph(const Arguments& arguments, Console& console) {
    const GraphRequest request = request_of(arguments);
    const ArchiveReader archive(archive_folder(arguments));
    const Graph graph = morgue::graph(archive, request);
    tell_problems(arguments, request.search.query, graph.problems, console);
    const std::string format = arguments.value("format", "text");
    std::string out;
    if (format == "text" && graph.articles > 0)
        render::text_graph(out, graph, request.search, console.style());
    if (format == "csv") render::csv_graph(out, graph, console.style());
    if (format == "json") render::json_graph(out, graph, request.search);
    if (format == "dot") render::dot_graph(out, graph);
    if (format == "graphml") render::graphml_graph(out, graph);
    if (format == "gexf") render::gexf_graph(out, graph);
    console.page(out);
    if (!graph.edges.empty()) return done;
    if (graph.articles > 0 && !console.quiet())
        console.complain("no two names stand together often enough",
                         "ask for less with --min, or for more with --nodes");
    else
        tell_nothing_found({}, console);
    return nothing_found;
}

}  // namespace morgue::cli
