#include "index/match.hpp"

#include "index/facet_counter.hpp"
#include "index/guard.hpp"
#include "index/posting_sources.hpp"
#include "index/terms.hpp"

namespace morgue::index {

namespace {

using Sort = SearchRequest::Sort;

// Sorts by date; the undated come last whichever way.
class DateKey : public Xapian::KeyMaker {
public:
    explicit DateKey(bool newest_first) : newest_first_(newest_first) {}

    std::string operator()(const Xapian::Document& document) const override {
        std::string value = document.get_value(Slot::date_first);
        if (value.empty()) return newest_first_ ? value : std::string(6, '\xFF');
        return value;
    }

private:
    bool newest_first_;
};

Xapian::Query living(const Snapshot& snapshot, const Xapian::Query& query) {
    if (snapshot.dead().empty() || query.empty()) return query;
    auto source =
        std::make_unique<SeqSource>(std::make_shared<const std::vector<Seq>>(snapshot.dead()));
    return Xapian::Query(Xapian::Query::OP_AND_NOT, query,
                         Xapian::Query(source.release()->release()));
}

}  // namespace

Matched match(const Snapshot& snapshot, const Compiled& compiled, const MatchOptions& options) {
    Matched out;
    if (snapshot.segments() == 0 || compiled.query.empty()) {
        FacetCounter none(snapshot, options.facets);
        out.facets = none.facets(options.buckets);
        return out;
    }
    guard("the index", [&] {
        Xapian::Enquire enquire(snapshot.database());
        enquire.set_query(living(snapshot, compiled.query));
        const bool ranked = compiled.weighted && options.sort == Sort::relevance;
        // BM25 (Robertson and Zaragoza 2009).
        if (ranked)
            enquire.set_weighting_scheme(Xapian::BM25Weight(2, 0, 1, 0.75, 0.5));
        else
            enquire.set_weighting_scheme(Xapian::BoolWeight());
        DateKey key(options.sort != Sort::oldest);
        if (ranked)
            enquire.set_sort_by_relevance_then_value(Slot::date_first, true);
        else
            enquire.set_sort_by_key(&key, options.sort != Sort::oldest);
        enquire.set_docid_order(Xapian::Enquire::ASCENDING);
        FacetCounter counter(snapshot, options.facets);
        if (!options.facets.empty()) enquire.add_matchspy(&counter);
        const bool all = options.exact_total || !options.facets.empty();
        const Xapian::MSet found =
            enquire.get_mset(Xapian::doccount(options.first), Xapian::doccount(options.count),
                             all ? snapshot.database().get_doccount() : 0);
        for (auto hit = found.begin(); hit != found.end(); ++hit)
            out.hits.push_back({snapshot.seq(*hit), ranked ? hit.get_weight() : 0});
        out.total = found.get_matches_estimated();
        out.total_is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
        out.facets = counter.facets(options.buckets);
    });
    return out;
}

std::string describe(const Snapshot& snapshot, const Compiled& compiled) {
    return living(snapshot, compiled.query).get_description();
}

}  // namespace morgue::index
