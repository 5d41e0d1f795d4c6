#pragma once
// Exact counts of facet values over every match, in the pass that finds the hits.
#include <xapian.h>
#include <morgue/search.hpp>
#include <span>
#include <vector>

#include "index/snapshot.hpp"

namespace morgue::index {

// Xapian shows it each match once; it adds integers by the segments' columns.
class FacetCounter : public Xapian::MatchSpy {
public:
    FacetCounter(const Snapshot& snapshot, std::span<const Field::Id> facets);

    void operator()(const Xapian::Document& document, double) override;

    // The `most` most frequent values of each facet (0: all), in the order asked.
    std::vector<Facet> facets(std::size_t most) const;

private:
    struct Counted {  // one facet in one segment
        const FacetColumns::Column* column;
        std::vector<std::uint32_t> counts;  // by ordinal
    };
    struct Segment {
        Seq first, last;
        std::vector<Counted> facets;
    };

    Segment& segment_of(Seq seq);

    std::vector<Field::Id> fields_;
    std::vector<Segment> segments_;  // by first seq
    std::size_t current_ = 0;
};

}  // namespace morgue::index
