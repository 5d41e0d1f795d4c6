#pragma once
// Exact counts of facet values over every match, in the pass that finds the hits.
#include <xapian.h>
#include <morgue/search.hpp>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/groups.hpp"
#include "index/snapshot.hpp"

namespace morgue::index {

// What is counted: articles, or groups of them, or the words of their bodies.
struct FacetUnit {
    const Groups* groups = nullptr;
    bool words = false;
};

// Xapian shows it each match once; it adds integers by the segments' columns.
class FacetCounter : public Xapian::MatchSpy {
public:
    FacetCounter(const Snapshot& snapshot, std::span<const Field::Id> facets, FacetUnit unit = {});

    void operator()(const Xapian::Document& document, double) override;

    // The `most` most frequent values of each facet (0: all), in the order asked.
    std::vector<Facet> facets(std::size_t most) const;

private:
    struct Counted {  // one facet in one segment
        const FacetColumns::Column* column;
        std::vector<std::uint64_t> counts;  // by ordinal
        // Ordinal << 32 | group: what is counted once, whatever else of the group has the value.
        std::vector<std::uint64_t> grouped = {};
    };
    struct Segment {
        Seq first, last;
        std::vector<Counted> facets;
    };

    using Sums = std::unordered_map<std::string_view, std::uint64_t>;

    Segment& segment_of(Seq seq);
    Sums sums(std::size_t facet) const;
    void add_groups(std::size_t facet, Sums& to) const;

    std::vector<Field::Id> fields_;
    FacetUnit unit_;
    std::vector<Segment> segments_;  // by first seq
    std::size_t current_ = 0;
};

}  // namespace morgue::index
