#pragma once
// Who and what is named together: a network of people, organisations and places.
#include <morgue/search.hpp>

namespace morgue {

class ArchiveReader;

struct GraphRequest {
    enum class Within : std::uint8_t { article, paragraph, sentence };
    enum class Measure : std::uint8_t { count, log_likelihood, pmi };

    SearchRequest search;
    Within within = Within::article;  // where two must be named to be joined
    std::vector<Entity::Kind> kinds{Entity::Kind::person, Entity::Kind::organisation,
                                    Entity::Kind::place};
    std::size_t nodes = 50;  // the most frequent names; 0: all
    std::size_t min = 2;     // times that two must be named together
    std::size_t limit = 0;   // edges; 0: all
    Measure sort = Measure::log_likelihood;
};

// Counted are articles, paragraphs or sentences that name something; headlines are a paragraph and
// a sentence of their own.
struct Graph {
    struct Node {
        Entity::Kind kind = Entity::Kind::person;
        std::string name;
        std::uint64_t articles = 0;  // that name it
        std::uint64_t units = 0;     // articles, paragraphs or sentences
        std::size_t edges = 0;       // of those that are shown
        bool operator==(const Node&) const = default;
    };
    struct Edge {
        std::size_t a = 0, b = 0;         // of `nodes`; a < b
        std::uint64_t units = 0;          // that name both
        double pmi = 0;                   // log2(observed / expected) (Church and Hanks 1990)
        double log_likelihood = 0;        // G2 (Dunning 1993); below 0: less often than by chance
        std::vector<ArticleId> articles;  // that name both so, by id
        bool operator==(const Edge&) const = default;
    };

    GraphRequest::Within within = GraphRequest::Within::article;
    std::uint64_t articles = 0;  // that the query finds
    std::uint64_t units = 0;     // of them, that name something
    std::uint64_t distinct = 0;  // names, those beyond the most frequent ones included
    std::vector<Node> nodes;     // by falling number of articles, then kind and name
    std::vector<Edge> edges;     // by falling measure
    std::vector<Problem> problems;
};

Graph graph(const ArchiveReader& archive, const GraphRequest& request);

}  // namespace morgue
