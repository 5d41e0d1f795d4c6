#include "explore/compare.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <morgue/error.hpp>

#include "explore/hits.hpp"
#include "explore/measures.hpp"
#include "index/article_values.hpp"

namespace morgue::explore {

namespace {

using Sort = CompareRequest::Sort;
using Counts = std::array<std::uint64_t, 2>;

SearchRequest counting(const CompareRequest& request, const std::string& query) {
    SearchRequest out = request.search;
    out.query = query;
    out.facets = request.facets;
    out.buckets = 0;
    out.count = 0;
    out.snippets = out.suggest = false;
    return out;
}

// In the unit that is counted.
std::uint64_t total(const SearchRequest& request, const Context& context) {
    const bool in_words = request.unit == SearchRequest::Count::words;
    index::WordsColumn words(context.snapshot);
    std::uint64_t out = 0;
    Hits(request, context).each_once([&](index::Seq seq) {
        out += in_words ? words.at(seq) : 1;
        return true;
    });
    return out;
}

std::uint64_t found_by_both(const CompareRequest& request, const Context& context) {
    std::string both;
    for (const std::string& query : request.queries) {
        SearchRequest one = request.search;
        one.query = query;
        const std::string text = Hits(one, context).text();
        both += (both.empty() || text.empty() ? "" : " AND ") + text;
    }
    SearchRequest all = counting(request, both);
    all.match = SearchRequest::Match::all;  // the texts say what is meant
    return total(all, context);
}

Comparison::Value compared(const std::string& value, const Counts& counts, const Counts& totals) {
    Comparison::Value out{.value = value, .counts = counts};
    for (std::size_t i = 0; i < 2; ++i)
        out.shares[i] = totals[i] ? double(counts[i]) / double(totals[i]) : 0;
    out.log_ratio =
        log_ratio(double(counts[0]), double(totals[0]), double(counts[1]), double(totals[1]));
    out.log_likelihood =
        log_likelihood({double(counts[0]), double(totals[0]), double(counts[0] + counts[1]),
                        double(totals[0] + totals[1])});
    out.p = p_value(out.log_likelihood);
    return out;
}

double size(const Comparison::Value& value, Sort sort) {
    if (sort == Sort::count) return double(value.counts[0] + value.counts[1]);
    return std::abs(sort == Sort::log_ratio ? value.log_ratio : value.log_likelihood);
}

}  // namespace

Comparison compare(const CompareRequest& request, const Context& context) {
    Comparison out;
    std::vector<std::map<std::string, Counts>> counts(request.facets.size());
    for (std::size_t i = 0; i < 2; ++i) {
        const SearchRequest one = counting(request, request.queries[i]);
        SearchResult found = search::run(one, context.snapshot, context.store);
        out.totals[i] = total(one, context);
        out.problems[i] = std::move(found.problems);
        for (std::size_t f = 0; f < counts.size(); ++f)
            for (const Facet::Bucket& bucket : found.facets[f].buckets)
                counts[f][bucket.value][i] = bucket.count;
    }
    out.both = found_by_both(request, context);
    for (std::size_t f = 0; f < counts.size(); ++f) {
        Comparison::ByFacet facet{.field = request.facets[f], .values = {}};
        for (const auto& [value, both] : counts[f])
            if (both[0] + both[1] >= request.min)
                facet.values.push_back(compared(value, both, out.totals));
        facet.distinct = facet.values.size();
        std::stable_sort(facet.values.begin(), facet.values.end(),
                         [&](const auto& a, const auto& b) {
                             return size(a, request.sort) > size(b, request.sort);
                         });
        if (facet.values.size() > request.limit) facet.values.resize(request.limit);
        out.facets.push_back(std::move(facet));
    }
    return out;
}

}  // namespace morgue::explore
