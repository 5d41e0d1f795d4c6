#pragma once
// Running a compiled query: rank, sort, page, count.
#include <morgue/search.hpp>
#include <span>

#include "index/compile.hpp"
#include "index/facet_counter.hpp"
#include "index/groups.hpp"
#include "index/rerank.hpp"
#include "index/snapshot.hpp"

namespace morgue::index {

struct MatchOptions {
    SearchRequest::Sort sort = SearchRequest::Sort::relevance;
    SearchRequest::Rank rank = SearchRequest::Rank::bm25;
    bool expand = false;  // relevance feedback
    bool wider = false;   // with it, articles may be found that have no word of the query
    QueryWords words;     // of the query, for the second look and feedback
    std::size_t first = 0, count = 10;
    Seq after = 0;  // only versions beyond it
    bool exact_total = true;
    const Groups* collapse = nullptr;  // of a group only the best hit; the total counts groups
    std::span<const Field::Id> facets;
    std::size_t buckets = 10;
    FacetUnit facet_unit;
};

struct Matched {
    struct Hit {
        Seq seq;
        double score;
    };
    std::vector<Hit> hits;
    std::size_t total = 0;
    bool total_is_exact = true;
    std::vector<Facet> facets;
};

// The groups of which some version matches, ascending.
std::vector<std::uint32_t> groups_of_matches(const Snapshot& snapshot, const Compiled& compiled,
                                             const Groups& groups);

Matched match(const Snapshot& snapshot, const Compiled& compiled, const MatchOptions& options);

// Whether there is any article that matches: quicker than counting them.
bool matches_any(const Snapshot& snapshot, const Compiled& compiled);

// The query as Xapian prints it, the dead left out.
std::string describe(const Snapshot& snapshot, const Compiled& compiled);

}  // namespace morgue::index
