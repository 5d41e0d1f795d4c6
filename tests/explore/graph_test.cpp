#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "render/graph.hpp"
#include "support/explore_archive.hpp"
#include "text/sentences.hpp"
#include "text/words.hpp"

using namespace morgue;
using Within = GraphRequest::Within;

namespace {

using Names = std::set<std::string>;

// The names of each unit of an article, by asking of every two mentions whether a break lies
// between them.
std::vector<Names> units_of(const Article& article, Within within) {
    if (within == Within::article) {
        Names all;
        for (const Entity& entity : article.entities) all.insert(entity.name);
        return {all};
    }
    std::map<std::size_t, Names> units;
    for (const Entity& entity : article.entities)
        for (const Mention& mention : entity.mentions) {
            std::size_t breaks = 1, begin = 0, end = 0;
            text::Words words(article.body);
            while (const text::Word* word = words.next()) {
                if (word->begin > mention.begin) break;
                if (end > 0 && word->begin > end + 1) {
                    const auto broken = text::break_between(article.body, begin, end, word->begin);
                    breaks += broken == text::Break::paragraph ||
                              (broken == text::Break::sentence && within == Within::sentence);
                }
                begin = word->begin;
                end = word->end;
            }
            const bool headline = mention.where == Mention::Where::headline;
            units[headline ? 0 : breaks].insert(entity.name);
        }
    std::vector<Names> out;
    for (const auto& [number, names] : units) out.push_back(names);
    return out;
}

}  // namespace

TEST_CASE("a graph counts what going through every hit counts", "[explore][graph]") {
    for (const Within within : {Within::article, Within::paragraph, Within::sentence})
        for (const std::string query : {"", "oil strike", "again"}) {
            std::map<std::pair<std::string, std::string>, std::set<ArticleId>> articles;
            std::map<std::pair<std::string, std::string>, std::uint64_t> together;
            std::map<std::string, std::uint64_t> named;
            std::uint64_t units = 0;
            const auto found = explore_archive().found(query);
            for (const Article& article : found)
                for (const Names& names : units_of(article, within)) {
                    units += !names.empty();
                    for (const std::string& a : names) {
                        ++named[a];
                        for (const std::string& b : names)
                            if (a < b) {
                                ++together[{a, b}];
                                articles[{a, b}].insert(article.id);
                            }
                    }
                }
            const Graph graph =
                morgue::graph(explore_archive().reader(),
                              {.search = {.query = query}, .within = within, .nodes = 0, .min = 1});
            INFO(query << " " << int(within));
            CHECK(graph.articles == found.size());
            CHECK(graph.units == units);
            CHECK(graph.nodes.size() == named.size());
            CHECK(graph.edges.size() == together.size());
            for (const auto& node : graph.nodes) CHECK(node.units == named.at(node.name));
            for (const auto& edge : graph.edges) {
                const auto &a = graph.nodes[edge.a], &b = graph.nodes[edge.b];
                const auto pair = std::minmax(a.name, b.name);
                CHECK(edge.units == together.at(pair));
                const auto& ids = articles.at(pair);
                CHECK(edge.articles == std::vector<ArticleId>(ids.begin(), ids.end()));
                CHECK(edge.pmi == Approx(std::log2(double(edge.units) * double(units) /
                                                   (double(a.units) * double(b.units))))
                                      .margin(1e-9));
            }
        }
}

TEST_CASE(
    "a graph keeps the most frequent names, kinds that are asked for, and pairs that are "
    "frequent",
    "[explore][graph]") {
    const auto& reader = explore_archive().reader();
    const Graph all = graph(reader, {.nodes = 0, .min = 1});
    const Graph few = graph(reader, {.nodes = 3, .min = 1, .limit = 2});
    REQUIRE(few.nodes.size() == 3);
    CHECK(few.distinct == all.nodes.size());
    for (std::size_t i = 0; i < 3; ++i) CHECK(few.nodes[i].name == all.nodes[i].name);
    CHECK(few.edges.size() == 2);
    for (const auto& node : graph(reader, {.kinds = {Entity::Kind::person}, .min = 1}).nodes)
        CHECK(node.kind == Entity::Kind::person);
    for (const auto& edge : graph(reader, {.min = 40}).edges) CHECK(edge.units >= 40);
    CHECK(graph(reader, {.search = {.query = "absent"}}).edges.empty());
}

TEST_CASE("names cannot break out of the formats of graphs", "[explore][graph]") {
    Graph graph;
    graph.nodes = {{Entity::Kind::person, "A \"B\" \\ <c> & \x1b[1m", 2, 2, 1},
                   {Entity::Kind::place, "]]>--\n", 2, 2, 1}};
    graph.edges = {{0, 1, 2, 1, 4, {7, 9}}};
    std::string dot, graphml, gexf;
    render::dot_graph(dot, graph);
    render::graphml_graph(graphml, graph);
    render::gexf_graph(gexf, graph);
    CHECK(dot.find("label=\"A \\\"B\\\" \\\\ <c> & ") != std::string::npos);
    CHECK(dot.find("articles=\"7 9\"") != std::string::npos);
    for (const std::string& xml : {graphml, gexf}) {
        CHECK(xml.find("A &quot;B&quot; \\ &lt;c&gt; &amp; [1m") != std::string::npos);
        CHECK(xml.find("]]&gt;") != std::string::npos);
        CHECK(xml.find("7 9") != std::string::npos);
        CHECK(xml.find('\x1b') == std::string::npos);
    }
}
