#pragma once
// Networks of names, printed.
#include <morgue/explore/graph.hpp>
#include <string>

#include "render/terminal.hpp"

namespace morgue::render {

void text_graph(std::string& to, const Graph& graph, const SearchRequest& search,
                const Style& style);
void csv_graph(std::string& to, const Graph& graph, const Style& style);  // a row an edge
void json_graph(std::string& to, const Graph& graph, const SearchRequest& search);

// For Graphviz, for GraphML 1.0 (yEd, NetworkX, igraph) and for GEXF 1.3 (Gephi). The articles of
// an edge are an attribute of it: their ids with blanks between.
void dot_graph(std::string& to, const Graph& graph);
void graphml_graph(std::string& to, const Graph& graph);
void gexf_graph(std::string& to, const Graph& graph);

std::string ids_text(const std::vector<ArticleId>& ids);

}  // namespace morgue::render
