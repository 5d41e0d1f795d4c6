#include "explore/graph.hpp"

#include <algorithm>
#include <unordered_map>

#include "explore/hits.hpp"
#include "explore/measures.hpp"
#include "explore/named_units.hpp"

namespace morgue::explore {

namespace {

using Measure = GraphRequest::Measure;

constexpr std::uint32_t no_node = UINT32_MAX;

// What is counted of a name, or of a pair.
struct Tally {
    std::uint64_t units = 0;
    std::vector<index::Seq> seqs;  // articles, ascending

    void add(index::Seq seq) {
        ++units;
        if (seqs.empty() || seqs.back() != seq) seqs.push_back(seq);
    }
};

// Names by the number of their articles and units.
struct Frequency {
    std::uint64_t articles = 0, units = 0;
    index::Seq last = 0;

    void add(index::Seq seq) {
        ++units;
        articles += last != seq;
        last = seq;
    }
};

// The nodes that are kept, and each name's place among them.
std::vector<std::uint32_t> choose(const GraphRequest& request, const NamedUnits& units,
                                  const std::vector<Frequency>& names, Graph& out) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < names.size(); ++i)
        if (names[i].units >= request.min) order.push_back(i);  // others have no edge
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (names[a].articles != names[b].articles) return names[a].articles > names[b].articles;
        return units.name(a) < units.name(b);
    });
    if (request.nodes && order.size() > request.nodes) order.resize(request.nodes);
    std::vector<std::uint32_t> node_of(names.size(), no_node);
    for (const std::uint32_t name : order) {
        node_of[name] = std::uint32_t(out.nodes.size());
        const auto [kind, text] = units.name(name);
        out.nodes.push_back({kind, std::string(text), names[name].articles, names[name].units, 0});
    }
    return node_of;
}

double measure(const Graph::Edge& edge, Measure by) {
    return by == Measure::count ? double(edge.units)
           : by == Measure::pmi ? edge.pmi
                                : edge.log_likelihood;
}

// Each is asked of the store once, however many edges have it.
class ArticleIds {
public:
    explicit ArticleIds(const Context& context) : reader_(context.database) {}

    ArticleId at(index::Seq seq) {
        if (seq >= known_.size()) known_.resize(seq + 1 + seq / 4);
        if (known_[seq] == 0) known_[seq] = reader_.at(seq);
        return known_[seq];
    }

private:
    store::IdReader reader_;
    std::vector<ArticleId> known_;
};

class Edges {
public:
    explicit Edges(const std::vector<std::uint32_t>& node_of) : node_of_(node_of) {}

    void add(index::Seq seq, std::span<const std::uint32_t> unit) {
        kept_.clear();
        for (const std::uint32_t name : unit)
            if (name < node_of_.size() && node_of_[name] != no_node)
                kept_.push_back(node_of_[name]);
        std::sort(kept_.begin(), kept_.end());
        for (std::size_t i = 0; i < kept_.size(); ++i)
            for (std::size_t k = i + 1; k < kept_.size(); ++k)
                tallies_[std::uint64_t(kept_[i]) << 32 | kept_[k]].add(seq);
    }

    // Those that are frequent enough, by falling measure, with their articles.
    void write(const GraphRequest& request, const Context& context, Graph& out) const {
        for (const auto& [pair, tally] : tallies_) {
            if (tally.units < request.min) continue;
            Graph::Edge edge{.a = pair >> 32, .b = pair & UINT32_MAX, .units = tally.units};
            const Contingency counts{double(tally.units), double(out.nodes[edge.a].units),
                                     double(out.nodes[edge.b].units), double(out.units)};
            edge.pmi = mutual_information(counts);
            edge.log_likelihood = log_likelihood(counts);
            out.edges.push_back(std::move(edge));
        }
        std::sort(out.edges.begin(), out.edges.end(), [&](const auto& a, const auto& b) {
            const double x = measure(a, request.sort), y = measure(b, request.sort);
            return x != y ? x > y : std::pair(a.a, a.b) < std::pair(b.a, b.b);
        });
        if (request.limit && out.edges.size() > request.limit) out.edges.resize(request.limit);
        ArticleIds ids(context);
        for (Graph::Edge& edge : out.edges) {
            for (const index::Seq seq : tallies_.at(std::uint64_t(edge.a) << 32 | edge.b).seqs)
                edge.articles.push_back(ids.at(seq));
            std::sort(edge.articles.begin(), edge.articles.end());
        }
    }

private:
    const std::vector<std::uint32_t>& node_of_;
    std::unordered_map<std::uint64_t, Tally> tallies_;  // by both nodes
    std::vector<std::uint32_t> kept_;
};

}  // namespace

// Two passes: the names are counted first, so that pairs are counted only of those that are kept.
Graph graph(const GraphRequest& request, const Context& context) {
    const Hits hits(request.search, context);
    NamedUnits units(request, context);
    Graph out{.within = request.within, .problems = hits.problems()};
    std::vector<Frequency> names;
    hits.each_once([&](index::Seq seq) {
        ++out.articles;
        units.each(seq, [&](std::span<const std::uint32_t> unit) {
            ++out.units;
            names.resize(std::max(names.size(), units.size()));
            for (const std::uint32_t name : unit) names[name].add(seq);
        });
        return true;
    });
    out.distinct = names.size();
    const std::vector<std::uint32_t> node_of = choose(request, units, names, out);
    Edges edges(node_of);
    hits.each_once([&](index::Seq seq) {
        units.each(seq, [&](std::span<const std::uint32_t> unit) { edges.add(seq, unit); });
        return true;
    });
    edges.write(request, context, out);
    for (const Graph::Edge& edge : out.edges) {
        ++out.nodes[edge.a].edges;
        ++out.nodes[edge.b].edges;
    }
    return out;
}

}  // namespace morgue::explore
