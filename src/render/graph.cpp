// Networks of names as tables and JSON.
#include "render/graph.hpp"

#include <array>

#include "render/grid.hpp"
#include "render/json_parts.hpp"
#include "render/record.hpp"
#include "render/tables.hpp"

namespace morgue::render {

std::string ids_text(const std::vector<ArticleId>& ids) {
    std::string out;
    for (const ArticleId id : ids) out.append(out.empty() ? "" : " ").append(std::to_string(id));
    return out;
}

namespace {

std::string_view within_name(GraphRequest::Within within) {
    constexpr std::array<std::string_view, 3> names{"article", "paragraph", "sentence"};
    return names[std::size_t(within)];
}

// `counted`: what the heading calls that which is counted.
Grid grid_of(const Graph& graph, std::string_view counted = "articles") {
    const bool parts = graph.within != GraphRequest::Within::article;
    Grid grid{{{"a", "name"},
               {"a_kind", ""},
               {"b", "and name"},
               {"b_kind", ""},
               {"count", parts ? std::string_view("together") : std::string_view()},
               {"articles", counted},
               {"pmi", "PMI"},
               {"log_likelihood", "G2", 1},
               {"ids", "ids"}},
              {}};
    for (const Graph::Edge& edge : graph.edges) {
        const Graph::Node &a = graph.nodes[edge.a], &b = graph.nodes[edge.b];
        grid.rows.push_back({a.name, std::string(kind_name(a.kind)), b.name,
                             std::string(kind_name(b.kind)), edge.units,
                             std::uint64_t(edge.articles.size()), edge.pmi, edge.log_likelihood,
                             ids_text(edge.articles)});
    }
    return grid;
}

}  // namespace

void text_graph(std::string& to, const Graph& graph, const SearchRequest& search,
                const Style& style) {
    const std::string within(within_name(graph.within));
    paint(to, style, Ink::faint,
          grouped(graph.nodes.size()) + " of " + grouped(graph.distinct) + " names in " +
              counted_text(graph.articles, search) + ", " + grouped(graph.edges.size()) +
              (graph.edges.size() == 1 ? " pair" : " pairs") + " within one " + within);
    to += '\n';
    if (!graph.edges.empty()) text_grid(to, grid_of(graph, unit_name(search)), style);
}

void csv_graph(std::string& to, const Graph& graph, const Style& style) {
    csv_grid(to, grid_of(graph), style);
}

void json_graph(std::string& to, const Graph& graph, const SearchRequest& search) {
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1)).key("query").text(search.query);
    json.key("counted").text(unit_name(search));
    json.key("within").text(within_name(graph.within));
    json.key("articles").number(graph.articles).key("units").number(graph.units);
    json.key("distinct").number(graph.distinct).key("nodes").open('[');
    for (const Graph::Node& node : graph.nodes) {
        json.open('{').key("type").text(kind_name(node.kind)).key("name").text(node.name);
        json.key("articles").number(node.articles).key("units").number(node.units);
        json.key("edges").number(std::uint64_t(node.edges)).close('}');
    }
    json.close(']').key("edges").open('[');
    for (const Graph::Edge& edge : graph.edges) {
        json.open('{').key("a").number(std::uint64_t(edge.a));
        json.key("b").number(std::uint64_t(edge.b)).key("count").number(edge.units);
        json.key("pmi").number(edge.pmi).key("log_likelihood").number(edge.log_likelihood);
        json.key("articles").open('[');
        for (const ArticleId id : edge.articles) json.number(std::uint64_t(id));
        json.close(']').close('}');
    }
    json.close(']');
    write_problems(json, graph.problems, search.query);
    json.close('}');
    to += '\n';
}

}  // namespace morgue::render
