// Networks of names in the formats of programs that draw and analyse them.
#include "render/graph.hpp"
#include "render/numbers.hpp"
#include "render/record.hpp"
#include "render/xml.hpp"

namespace morgue::render {

namespace {

// A string of the DOT language.
std::string dot_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : visible(text)) out.append(c == '"' || c == '\\' ? "\\" : "").append(1, c);
    return out + '"';
}

std::string_view shape(Entity::Kind kind) {
    return kind == Entity::Kind::person         ? "ellipse"
           : kind == Entity::Kind::organisation ? "box"
                                                : "diamond";
}

void add(std::string& to, std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) to += part;
}

// <data key="KEY">VALUE</data>
void add_data(std::string& to, std::string_view key, std::string_view value) {
    add(to, {"<data key=\"", key, "\">", escaped(value), "</data>"});
}

// <attvalue for="KEY" value="VALUE"/>
void add_value(std::string& to, std::string_view key, std::string_view value) {
    add(to, {"<attvalue for=\"", key, "\" value=\"", escaped(value), "\"/>"});
}

}  // namespace

void dot_graph(std::string& to, const Graph& graph) {
    to += "graph morgue {\n  overlap=false;\n";
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const Graph::Node& node = graph.nodes[i];
        if (node.edges == 0) continue;
        add(to, {"  n", std::to_string(i), " [label=", dot_string(node.name), ", shape=",
                 shape(node.kind), ", articles=", std::to_string(node.articles), "];\n"});
    }
    for (const Graph::Edge& edge : graph.edges)
        add(to, {"  n", std::to_string(edge.a), " -- n", std::to_string(edge.b),
                 " [weight=", std::to_string(edge.units), ", pmi=", fixed(edge.pmi, 3),
                 ", g2=", fixed(edge.log_likelihood, 3), ", articles=\"", ids_text(edge.articles),
                 "\"];\n"});
    to += "}\n";
}

void graphml_graph(std::string& to, const Graph& graph) {
    to +=
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
        "<key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
        "<key id=\"type\" for=\"node\" attr.name=\"type\" attr.type=\"string\"/>\n"
        "<key id=\"n\" for=\"node\" attr.name=\"articles\" attr.type=\"long\"/>\n"
        "<key id=\"count\" for=\"edge\" attr.name=\"weight\" attr.type=\"long\"/>\n"
        "<key id=\"pmi\" for=\"edge\" attr.name=\"pmi\" attr.type=\"double\"/>\n"
        "<key id=\"g2\" for=\"edge\" attr.name=\"log_likelihood\" attr.type=\"double\"/>\n"
        "<key id=\"ids\" for=\"edge\" attr.name=\"articles\" attr.type=\"string\"/>\n"
        "<graph edgedefault=\"undirected\">\n";
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const Graph::Node& node = graph.nodes[i];
        add(to, {"<node id=\"n", std::to_string(i), "\">"});
        add_data(to, "name", node.name);
        add_data(to, "type", kind_name(node.kind));
        add_data(to, "n", std::to_string(node.articles));
        to += "</node>\n";
    }
    for (const Graph::Edge& edge : graph.edges) {
        add(to, {"<edge source=\"n", std::to_string(edge.a), "\" target=\"n",
                 std::to_string(edge.b), "\">"});
        add_data(to, "count", std::to_string(edge.units));
        add_data(to, "pmi", shortest(edge.pmi));
        add_data(to, "g2", shortest(edge.log_likelihood));
        add_data(to, "ids", ids_text(edge.articles));
        to += "</edge>\n";
    }
    to += "</graph>\n</graphml>\n";
}

void gexf_graph(std::string& to, const Graph& graph) {
    to +=
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
        "<graph defaultedgetype=\"undirected\">\n"
        "<attributes class=\"node\">\n"
        "<attribute id=\"type\" title=\"type\" type=\"string\"/>\n"
        "<attribute id=\"n\" title=\"articles\" type=\"long\"/>\n"
        "</attributes>\n"
        "<attributes class=\"edge\">\n"
        "<attribute id=\"pmi\" title=\"pmi\" type=\"double\"/>\n"
        "<attribute id=\"g2\" title=\"log_likelihood\" type=\"double\"/>\n"
        "<attribute id=\"ids\" title=\"articles\" type=\"string\"/>\n"
        "</attributes>\n<nodes>\n";
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const Graph::Node& node = graph.nodes[i];
        add(to, {"<node id=\"", std::to_string(i), "\" label=\"", escaped(node.name),
                 "\"><attvalues>"});
        add_value(to, "type", kind_name(node.kind));
        add_value(to, "n", std::to_string(node.articles));
        to += "</attvalues></node>\n";
    }
    to += "</nodes>\n<edges>\n";
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const Graph::Edge& edge = graph.edges[i];
        add(to, {"<edge id=\"", std::to_string(i), "\" source=\"", std::to_string(edge.a),
                 "\" target=\"", std::to_string(edge.b), "\" weight=\"", std::to_string(edge.units),
                 "\"><attvalues>"});
        add_value(to, "pmi", shortest(edge.pmi));
        add_value(to, "g2", shortest(edge.log_likelihood));
        add_value(to, "ids", ids_text(edge.articles));
        to += "</attvalues></edge>\n";
    }
    to += "</edges>\n</graph>\n</gexf>\n";
}

}  // namespace morgue::render
