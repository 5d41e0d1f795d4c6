#include "index/match.hpp"

#include <algorithm>

#include "index/expansion.hpp"
#include "index/facet_counter.hpp"
#include "index/guard.hpp"
#include "index/living.hpp"
#include "index/queries.hpp"
#include "index/ranking.hpp"
#include "index/recency.hpp"
#include "index/terms.hpp"

namespace morgue::index {

namespace {

using Sort = SearchRequest::Sort;
using Xapian::Query;

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

std::vector<Candidate> candidates(const Xapian::MSet& found) {
    std::vector<Candidate> out;
    for (auto hit = found.begin(); hit != found.end(); ++hit)
        out.push_back({*hit, hit.get_weight()});
    return out;
}

// One query being run; spies and totals are those of the request.
class Run {
public:
    Run(const Snapshot& snapshot, const std::optional<Moment>& as_of, const MatchOptions& options)
        : snapshot_(snapshot),
          as_of_(as_of),
          options_(options),
          counter_(snapshot, options.facets, options.facet_unit),
          enquire_(snapshot.database()) {
        enquire_.set_docid_order(Xapian::Enquire::ASCENDING);
        if (options.collapse) groups_.emplace(*options.collapse);
        if (options.exact_total || !options.facets.empty() || options.collapse)
            check_ = snapshot.database().get_doccount();
    }

    // By falling score, equals newest first, then by id.
    void ranked(Query query) {
        enquire_.set_weighting_scheme(
            Xapian::BM25Weight(ranking::k1, 0, ranking::k3, ranking::b, 0));
        if (options_.expand) query = learn(query);
        if (options_.rank == SearchRequest::Rank::recent) query = prefer_recent(query);
        enquire_.set_query(query);
        count_all();
        fetch([&](std::size_t first, std::size_t count) { return best(first, count); });
    }

    void by_date(const Query& query) {
        enquire_.set_query(query);
        enquire_.set_weighting_scheme(Xapian::BoolWeight());
        const bool newest = options_.sort != Sort::oldest;
        DateKey key(newest);
        enquire_.set_sort_by_key(&key, newest);
        count_all();
        fetch([&](std::size_t first, std::size_t count) { return candidates(get(first, count)); });
        for (Candidate& hit : hits_) hit.score = 0;
    }

    Matched take() {
        for (const Candidate& hit : hits_)
            out_.hits.push_back({snapshot_.seq(hit.document), hit.score});
        out_.facets = counter_.facets(options_.buckets);
        if (groups_) out_.total = groups_->count();
        return std::move(out_);
    }

private:
    void count_all() {
        if (!options_.facets.empty()) enquire_.add_matchspy(&counter_);
        if (groups_) enquire_.add_matchspy(&*groups_);
    }

    // The window of hits out of what `hits(first, count)` gives in order. Where groups collapse, it
    // is not known beforehand how many are needed.
    template <class F>
    void fetch(F&& hits) {
        if (!options_.collapse || options_.count == 0) {
            hits_ = hits(options_.first, options_.count);
            return;
        }
        const std::size_t last = options_.first + options_.count;
        bool all = false;
        for (std::size_t most = 2 * last; !all && hits_.size() < last; most *= 4) {
            std::vector<Candidate> found = hits(0, most);
            all = found.size() < most;
            hits_ = first_of_groups(std::move(found));
        }
        cut_to_window(hits_);
    }

    std::vector<Candidate> first_of_groups(std::vector<Candidate> found) const {
        SeenGroups seen(*options_.collapse);
        std::erase_if(
            found, [&](const Candidate& each) { return !seen.add(snapshot_.seq(each.document)); });
        return found;
    }

    void cut_to_window(std::vector<Candidate>& hits) const {
        hits.erase(hits.begin(),
                   hits.begin() + std::ptrdiff_t(std::min(options_.first, hits.size())));
        if (hits.size() > options_.count) hits.resize(options_.count);
    }

    // What lies in the depth of the second look is put in order by it.
    std::vector<Candidate> best(std::size_t first, std::size_t count) {
        const std::size_t depth = options_.expand ? 0 : options_.words.depth;
        if (count == 0 || first >= depth) return by_weight(first, count);
        std::vector<Candidate> hits = by_weight(0, std::max(first + count, depth));
        look_again_at_best(hits);
        hits.erase(hits.begin(), hits.begin() + std::ptrdiff_t(std::min(first, hits.size())));
        if (hits.size() > count) hits.resize(count);
        return hits;
    }

    Xapian::MSet get(std::size_t first, std::size_t count) {
        const Xapian::MSet found =
            enquire_.get_mset(Xapian::doccount(first), Xapian::doccount(count), check_);
        enquire_.clear_matchspies();  // they have seen every match
        out_.total = found.get_matches_estimated();
        out_.total_is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
        return found;
    }

    // Xapian compares dates, too, at a price, so it is asked for weights alone and for one hit more
    // on either side: unless equals lie across an edge, those inside are few and sorted here.
    std::vector<Candidate> by_weight(std::size_t first, std::size_t count) {
        if (count == 0) return candidates(get(first, 0));
        const std::size_t before = first > 0;
        std::vector<Candidate> found = candidates(get(first - before, before + count + 1));
        const auto equal = [&](std::size_t i) {
            return i + 1 < found.size() && found[i].score == found[i + 1].score;
        };
        if ((before && equal(0)) || equal(before + count - 1)) {
            enquire_.set_sort_by_relevance_then_value(Slot::date_first, true);
            return candidates(get(first, count));
        }
        if (before)
            found.erase(found.begin(),
                        found.begin() + std::min<std::ptrdiff_t>(1, std::ptrdiff_t(found.size())));
        if (found.size() > count) found.resize(count);
        sort_equals(found);
        return found;
    }

    void sort_equals(std::vector<Candidate>& found) const {
        for (auto from = found.begin(); from != found.end();) {
            const auto to = std::find_if(from, found.end(), [&](const Candidate& each) {
                return each.score != from->score;
            });
            if (to - from > 1) sort_by_date(from, to);
            from = to;
        }
    }
    void sort_by_date(std::vector<Candidate>::iterator from,
                      std::vector<Candidate>::iterator to) const {
        std::vector<std::pair<std::string, Candidate>> dated;
        for (auto each = from; each != to; ++each)
            dated.emplace_back(
                snapshot_.database().get_document(each->document).get_value(Slot::date_first),
                *each);
        std::sort(dated.begin(), dated.end(), [&](const auto& a, const auto& b) {
            if (a.first != b.first) return a.first > b.first;
            return snapshot_.seq(a.second.document) < snapshot_.seq(b.second.document);
        });
        for (auto& [date, each] : dated) *from++ = each;
    }

    void look_again_at_best(std::vector<Candidate>& hits) {
        const auto edge =
            hits.begin() + std::ptrdiff_t(std::min(hits.size(), options_.words.depth));
        std::vector<Candidate> best(hits.begin(), edge);
        look_again(snapshot_, options_.words, best);
        std::sort(best.begin(), best.end(),
                  [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
        sort_equals(best);
        std::copy(best.begin(), best.end(), hits.begin());
    }

    Query learn(const Query& query) {
        enquire_.set_query(query);
        std::vector<Candidate> best = candidates(enquire_.get_mset(0, ranking::question_depth));
        look_again(snapshot_, options_.words, best);
        std::stable_sort(best.begin(), best.end(),
                         [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
        const auto learnt = feedback_terms(snapshot_.database(), best);
        const std::size_t words = std::max<std::size_t>(1, options_.words.count);
        const Query wider = expanded(query, words, learnt, options_.wider);
        return newer(living(snapshot_, wider, as_of_), options_.after);
    }

    Query prefer_recent(const Query& query) {
        enquire_.set_query(query);
        const double best = enquire_.get_mset(0, 1).get_max_attained();
        return Query(
            Query::OP_AND_MAYBE, query,
            source<RecencySource>(best * ranking::recency, today_of(snapshot_.database())));
    }

    const Snapshot& snapshot_;
    const std::optional<Moment>& as_of_;
    const MatchOptions& options_;
    FacetCounter counter_;
    std::optional<GroupCounter> groups_;
    Xapian::Enquire enquire_;
    Xapian::doccount check_ = 0;
    std::vector<Candidate> hits_;
    Matched out_;
};

}  // namespace

Matched match(const Snapshot& snapshot, const Compiled& compiled, const MatchOptions& options) {
    if (snapshot.segments() == 0 || compiled.query.empty()) {
        Matched out;
        out.facets =
            FacetCounter(snapshot, options.facets, options.facet_unit).facets(options.buckets);
        return out;
    }
    return guard("the index", [&] {
        Run run(snapshot, compiled.as_of, options);
        const Query query = newer(living(snapshot, compiled.query, compiled.as_of), options.after);
        if (compiled.weighted && options.sort == Sort::relevance)
            run.ranked(query);
        else
            run.by_date(query);
        return run.take();
    });
}

std::vector<std::uint32_t> groups_of_matches(const Snapshot& snapshot, const Compiled& compiled,
                                             const Groups& groups) {
    if (snapshot.segments() == 0 || compiled.query.empty()) return {};
    return guard("the index", [&] {
        GroupCounter counter(groups);
        Xapian::Enquire enquire(snapshot.database());
        enquire.set_query(living(snapshot, compiled.query, compiled.as_of));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.add_matchspy(&counter);
        enquire.get_mset(0, 0, snapshot.database().get_doccount());
        return counter.seen().groups();
    });
}

bool matches_any(const Snapshot& snapshot, const Compiled& compiled) {
    if (snapshot.segments() == 0 || compiled.query.empty()) return false;
    return guard("the index", [&] {
        Xapian::Enquire enquire(snapshot.database());
        enquire.set_query(living(snapshot, unweighted(compiled.query), compiled.as_of));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        // What the frequencies of the words tell is mostly enough.
        const Xapian::MSet bounds = enquire.get_mset(0, 0);
        if (bounds.get_matches_lower_bound() > 0) return true;
        return bounds.get_matches_upper_bound() > 0 && !enquire.get_mset(0, 1).empty();
    });
}

std::string describe(const Snapshot& snapshot, const Compiled& compiled) {
    return living(snapshot, compiled.query, compiled.as_of).get_description();
}

}  // namespace morgue::index
