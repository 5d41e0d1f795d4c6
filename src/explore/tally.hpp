#pragma once
// Articles and words, counted by period, and within it by facet value and by source.
#include <morgue/explore/timeline.hpp>
#include <unordered_map>

#include "explore/hits.hpp"
#include "explore/period.hpp"
#include "index/article_values.hpp"

namespace morgue::explore {

// How articles are put into cells.
struct Plan {
    Every every = Every::month;
    bool by_source = false;
    std::optional<Field::Id> split;
    std::vector<std::string> values;  // of the split; others are not counted
};

struct Counts {
    std::uint64_t articles = 0, words = 0;
};
using ByPeriod = std::unordered_map<int, Counts>;

// What was counted of one facet value, or of everything where nothing is split.
struct ValueTally {
    std::vector<ByPeriod> by_source{1};  // one, unless the plan is by source
    std::uint64_t undated = 0, coarse = 0;

    Counts at(int period) const;  // of all sources
};

// Counts the articles of a query in one pass.
class Tallier {
public:
    Tallier(const Context& context, const Plan& plan);

    std::vector<ValueTally> count(const Hits& hits, const Counted& counted);

private:
    void add(index::Seq seq, std::vector<ValueTally>& to);

    const Plan& plan_;
    index::PublishedColumn published_;
    index::WordsColumn words_;
    std::optional<index::FacetColumn> source_, split_;
    std::vector<std::uint32_t> numbers_;  // of the plan's values in split_
};

}  // namespace morgue::explore
