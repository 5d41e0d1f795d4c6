#pragma once
// Exact counts of facet values over every match, in the pass that finds the hits.
#include <xapian.h>
#include <map>
#include <morgue/search.hpp>
#include <span>
#include <vector>

#include "entities/corrections.hpp"
#include "index/snapshot.hpp"

namespace morgue::index {

// Xapian shows it each match once; it adds integers by the segments' columns. Spellings of one name
// are one value. The snapshot's corrections hold: names that are merged are counted once an
// article, however many it has of them.
class FacetCounter : public Xapian::MatchSpy {
public:
    // With `prominent` an entity is counted only where it is prominent.
    FacetCounter(const Snapshot& snapshot, std::span<const Field::Id> facets,
                 bool prominent = false);

    void operator()(const Xapian::Document& document, double) override;

    // The `most` most frequent values of each facet (0: all), in the order asked.
    std::vector<Facet> facets(std::size_t most) const;

private:
    // What corrections make of a column's values.
    static constexpr std::uint32_t untouched = UINT32_MAX, left_out = UINT32_MAX - 1;

    struct Group {  // names that are one
        std::size_t facet;
        std::string name;
        std::size_t count = 0;
        Seq last = 0;  // article that has one of them
        bool counted = false;
    };
    struct Source {  // a column that counts for a facet
        const FacetColumns::Column* column;
        std::vector<std::uint32_t> counts;  // by ordinal
        std::vector<std::uint32_t> groups;  // by ordinal: a group, or one of the above; or empty
    };
    struct Segment {
        Seq first, last;
        std::vector<std::vector<Source>> facets;
    };

    Segment& segment_of(Seq seq);
    void correct(Segment& segment, const FacetColumns& columns,
                 const entities::Corrections& corrections);
    void set_fate(Segment& segment, std::size_t facet, const FacetColumns& columns,
                  const entities::Corrections::Named& name,
                  const entities::Corrections::Fate& fate);
    std::uint32_t group(std::size_t facet, const entities::Corrections::Fate& fate);
    void count(Source& source, Seq seq, std::size_t article, bool prominent);
    void count_group(Group& group, Seq seq, bool counts);

    std::vector<Field::Id> fields_;
    bool prominent_;
    std::vector<Segment> segments_;  // by first seq
    std::size_t current_ = 0;
    std::vector<Group> groups_;
    std::map<std::pair<std::size_t, std::string>, std::uint32_t> group_of_;  // facet, name key
};

}  // namespace morgue::index
