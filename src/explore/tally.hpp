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
    int first = 0;            // period
    std::size_t periods = 0;  // from there; what is outside is counted in one
    bool by_source = false;
    std::optional<Field::Id> split;
    std::vector<std::string> values;  // of the split; others are not counted
};

struct Counts {
    std::uint64_t articles = 0, words = 0;

    std::uint64_t in(SearchRequest::Count unit) const {
        return unit == SearchRequest::Count::words ? words : articles;
    }
};
using ByPeriod = std::unordered_map<int, Counts>;

// What was counted of one facet value, or of everything where nothing is split. Of copies that
// collapse one counts in each period, in each source, and in each of the sums.
struct ValueTally {
    ByPeriod periods;
    std::vector<ByPeriod> by_source;  // where the plan is so
    Counts inside, outside, undated, coarse;

    Counts at(int period) const;
};

// Counts the articles of a query in one pass.
class Tallier {
public:
    Tallier(const Context& context, const Plan& plan);

    std::vector<ValueTally> count(const Hits& hits);

private:
    struct Article {
        index::Seq seq;
        bool dated;
        std::optional<int> period;
        std::size_t source;
        std::uint32_t words;
    };
    Article read(index::Seq seq);
    void add(const Article& article, std::size_t value, OncePerCell& once, ValueTally& to) const;

    const Plan& plan_;
    index::PublishedColumn published_;
    index::WordsColumn words_;
    std::optional<index::FacetColumn> source_, split_;
    std::vector<std::uint32_t> numbers_;  // of the plan's values in split_
};

}  // namespace morgue::explore
