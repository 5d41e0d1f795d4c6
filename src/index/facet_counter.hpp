#pragma once
// Exact counts of facet values over every match, in the pass that finds the hits.
#include <xapian.h>
#include <map>
#include <morgue/search.hpp>
#include <span>
#include <vector>

#include "entities/corrections.hpp"
#include "index/groups.hpp"
#include "index/snapshot.hpp"
#include "index/spellings.hpp"

namespace morgue::index {

// What is counted: articles, or the words of their bodies; of a group only the first that has the
// value.
struct FacetUnit {
    const Groups* groups = nullptr;
    bool words = false;
    bool prominent = false;  // an entity is counted only where it is prominent
};

// Xapian shows it each match once; it adds integers by the segments' columns. Spellings of one name
// are one value. The snapshot's corrections hold: names that are merged are counted once an
// article, however many it has of them.
class FacetCounter : public Xapian::MatchSpy {
public:
    FacetCounter(const Snapshot& snapshot, std::span<const Field::Id> facets, FacetUnit unit = {});

    void operator()(const Xapian::Document& document, double) override;

    // The `most` most frequent values of each facet (0: all), in the order asked.
    std::vector<Facet> facets(std::size_t most) const;

private:
    // What corrections make of a column's values.
    static constexpr std::uint32_t untouched = UINT32_MAX, left_out = UINT32_MAX - 1;

    struct Grouped {
        std::uint32_t ordinal, group;
        Seq seq;
        std::uint64_t worth;
    };
    struct Merged {  // names that are one
        std::size_t facet;
        std::string name;
        std::uint64_t count = 0;
        std::vector<Grouped> groups = {};  // of articles that are in one
        Seq last = 0;                      // article that has one of the names
        bool counted = false;
    };
    struct Source {  // a column that counts for a facet
        const FacetColumns::Column* column;
        std::vector<std::uint64_t> counts;  // by ordinal
        std::vector<std::uint32_t> fates;   // by ordinal: in merged_, or one of the above; or empty
        std::vector<Grouped> grouped = {};  // what is counted once, whatever else has the value
    };
    struct Match {  // an article that is shown
        Seq seq;
        std::size_t article;  // of the segment
        std::uint32_t group;  // 0: it counts for itself
        std::uint64_t worth;
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
    std::uint32_t merged(std::size_t facet, const entities::Corrections::Fate& fate);
    void count(Source& source, const Match& match, bool prominent);
    void count_merged(Merged& name, const Match& match, bool counts);
    void add_groups(std::size_t facet, ValueSums& to) const;

    std::vector<Field::Id> fields_;
    FacetUnit unit_;
    std::vector<Segment> segments_;  // by first seq
    std::size_t current_ = 0;
    std::vector<Merged> merged_;
    std::map<std::pair<std::size_t, std::string>, std::uint32_t> merged_as_;  // facet, name key
};

}  // namespace morgue::index
