#include "explore/timeline.hpp"

#include <algorithm>
#include <array>
#include <climits>
#include <morgue/error.hpp>

#include "explore/burst.hpp"
#include "explore/tally.hpp"
#include "index/match.hpp"

namespace morgue::explore {

namespace {

using namespace std::chrono;
using Per = TimelineRequest::Per;

// The periods from the first to the last article of the archive that is dated to one.
struct Extent {
    Every every;
    int from = INT_MIN, to = INT_MAX;  // periods that are asked for
    int first = INT_MAX, last = INT_MIN;
    std::uint64_t articles = 0;

    void add(int period) {
        if (period < from || period > to) return;
        first = std::min(first, period);
        last = std::max(last, period);
        ++articles;
    }

    std::size_t periods() const { return last < first ? 0 : std::size_t(last - first) + 1; }
};

// By every length that may be asked for, those the request names in place of open ends.
std::array<Extent, 4> extents(const TimelineRequest& request, const Hits& everything,
                              const Context& context) {
    std::array<Extent, 4> out{{{Every::day}, {Every::week}, {Every::month}, {Every::year}}};
    const auto& [from, to] = request.range;
    for (Extent& extent : out) {
        if (from) extent.from = period_of(extent.every, floor<days>(from->first()));
        if (to) extent.to = period_of(extent.every, floor<days>(to->last()));
    }
    index::PublishedColumn published(context.snapshot);
    everything.each([&](index::Seq seq) {
        const auto span = published.at(seq);
        if (!span) return true;
        for (Extent& extent : out)
            if (const auto period = period_of(extent.every, *span)) extent.add(*period);
        return true;
    });
    for (Extent& extent : out) {
        if (from) extent.first = extent.from;
        if (to) extent.last = extent.to;
    }
    return out;
}

// Asked for none, the shortest that makes few periods and has room for most of the dated articles.
Extent choose(const TimelineRequest& request, const std::array<Extent, 4>& extents) {
    for (const Extent& extent : extents) {
        const bool fits = extent.periods() <= Timeline::automatic_periods &&
                          2 * extent.articles >= extents.back().articles;
        if (request.every == extent.every || (request.every == Every::automatic && fits))
            return extent;
    }
    return extents.back();
}

// The most frequent values of the facet among what the query finds.
std::vector<std::string> frequent_values(const TimelineRequest& request, const Hits& hits,
                                         const Context& context) {
    index::FacetColumn column(context.snapshot, *request.split);
    index::WordsColumn words(context.snapshot);
    const bool in_words = request.search.unit == SearchRequest::Count::words;
    OncePerCell once(hits.groups());
    std::vector<std::uint64_t> counts;
    hits.each([&](index::Seq seq) {
        for (const std::uint32_t number : column.at(seq)) {
            if (number >= counts.size()) counts.resize(number + 1);
            if (once.add(number, 0, seq)) counts[number] += in_words ? words.at(seq) : 1;
        }
        return true;
    });
    std::vector<std::uint32_t> order(counts.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const std::size_t kept = request.values ? std::min(request.values, order.size()) : order.size();
    std::partial_sort(order.begin(), order.begin() + std::ptrdiff_t(kept), order.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                          return counts[a] != counts[b] ? counts[a] > counts[b]
                                                        : column.value(a) < column.value(b);
                      });
    std::vector<std::string> out;
    for (std::size_t i = 0; i < kept; ++i) out.emplace_back(column.value(order[i]));
    return out;
}

// The mean of the shares within each source that published something.
std::optional<double> mean_share(SearchRequest::Count unit, const ValueTally& hits,
                                 const ValueTally& all, int period) {
    double sum = 0;
    std::size_t sources = 0;
    for (std::size_t s = 0; s < all.by_source.size(); ++s) {
        const auto of = all.by_source[s].find(period);
        if (of == all.by_source[s].end() || of->second.in(unit) == 0) continue;
        ++sources;
        if (s >= hits.by_source.size()) continue;
        if (const auto found = hits.by_source[s].find(period); found != hits.by_source[s].end())
            sum += double(found->second.in(unit)) / double(of->second.in(unit));
    }
    return sources ? std::optional(sum / double(sources)) : std::nullopt;
}

std::optional<double> rate(const TimelineRequest& request, const Timeline::Cell& cell,
                           const ValueTally& hits, const ValueTally& all, int period) {
    const SearchRequest::Count unit = request.search.unit;
    if (request.per == Per::source) return mean_share(unit, hits, all, period);
    const bool words = request.per == Per::words;
    const std::uint64_t of = words ? cell.words : Counts{cell.articles, cell.words}.in(unit);
    if (of == 0) return std::nullopt;
    return (words ? 1e6 : 1) * double(cell.count) / double(of);
}

// By running sums, so that a wide window costs no more than a narrow one.
void smooth(std::vector<Timeline::Cell>& cells, std::size_t window) {
    window = std::min(window, 2 * cells.size());
    std::vector<double> sums{0};
    std::vector<std::size_t> known{0};
    for (const Timeline::Cell& cell : cells) {
        sums.push_back(sums.back() + cell.rate.value_or(0));
        known.push_back(known.back() + cell.rate.has_value());
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].rate) continue;
        const std::size_t from = i - std::min(i, (window - 1) / 2);
        const std::size_t to = std::min(cells.size(), i + window / 2 + 1);
        cells[i].smoothed = window == 1 ? *cells[i].rate
                                        : (sums[to] - sums[from]) / double(known[to] - known[from]);
    }
}

// In articles, or stories: the words of one do not come by chance each.
void mark_bursts(Timeline::Series& series, const std::vector<Batch>& batches) {
    series.bursts = bursts(batches);
    for (const Timeline::Burst& burst : series.bursts)
        for (std::size_t i = burst.first; i <= burst.last; ++i) series.cells[i].burst = true;
}

// Lays what was counted out along the periods.
class Layout {
public:
    Layout(const TimelineRequest& request, const Plan& plan, Timeline& out)
        : request_(request), plan_(plan), out_(out) {}

    Timeline::Series series(const std::string& query, const ValueTally& hits,
                            const ValueTally& all) const {
        const SearchRequest::Count unit = request_.search.unit;
        Timeline::Series series;
        std::vector<Batch> batches;
        for (std::size_t i = 0; i < out_.periods.size(); ++i) {
            const int period = plan_.first + int(i);
            const Counts counts = all.at(period), found = hits.at(period);
            Timeline::Cell cell{.count = found.in(unit),
                                .articles = counts.articles,
                                .words = counts.words,
                                .query = narrowed(query, condition_of(out_.every, period))};
            cell.rate = rate(request_, cell, hits, all, period);
            batches.push_back({found.articles, counts.articles});
            series.cells.push_back(std::move(cell));
        }
        series.total = hits.inside.in(unit);
        series.undated = hits.undated.in(unit);
        series.coarse = hits.coarse.in(unit);
        series.outside = hits.outside.in(unit);
        smooth(series.cells, out_.smooth);
        mark_bursts(series, batches);
        return series;
    }

    void periods(const ValueTally& all) const {
        for (std::size_t i = 0; i < plan_.periods; ++i) {
            const int period = plan_.first + int(i);
            const Counts counts = all.at(period);
            out_.periods.push_back({name_of(out_.every, period),
                                    date_of(first_day(out_.every, period)),
                                    date_of(first_day(out_.every, period + 1) - days(1)),
                                    counts.articles, counts.words});
        }
        out_.undated = all.undated.in(request_.search.unit);
        out_.coarse = all.coarse.in(request_.search.unit);
        out_.outside = all.outside.in(request_.search.unit);
    }

private:
    const TimelineRequest& request_;
    const Plan& plan_;
    Timeline& out_;
};

SearchRequest asking(const SearchRequest& how, const std::string& query) {
    SearchRequest out = how;
    out.query = query;
    return out;
}

}  // namespace

Timeline timeline(const TimelineRequest& request, const Context& context) {
    const Hits everything(asking(request.search, ""), context);
    const Extent extent = choose(request, extents(request, everything, context));
    if (extent.periods() > Timeline::most_periods)
        throw Error(Error::Kind::usage,
                    "a timeline of " + std::to_string(extent.periods()) + " periods is too long",
                    "give --from and --to, or longer periods with --every");
    Timeline out{.every = extent.every,
                 .per = request.per,
                 .smooth = std::max<std::size_t>(1, request.smooth)};
    const Plan plain{.every = extent.every,
                     .first = extent.periods() ? extent.first : 0,
                     .periods = extent.periods(),
                     .by_source = request.per == Per::source,
                     .split = {},
                     .values = {}};
    const Layout layout(request, plain, out);
    Tallier whole(context, plain);
    const std::vector<ValueTally> all = whole.count(everything);
    layout.periods(all.front());

    for (const std::string& query : request.queries) {
        const Hits hits(asking(request.search, query), context);
        out.queries.push_back({query, hits.problems()});
        if (!request.split) {
            const auto found = whole.count(hits);
            out.series.push_back(layout.series(hits.text(), found.front(), all.front()));
            out.series.back().query = out.queries.size() - 1;
            continue;
        }
        Plan plan = plain;
        plan.split = request.split;
        plan.values = frequent_values(request, hits, context);
        Tallier split(context, plan);
        const auto found = split.count(hits);
        const auto of_value = split.count(everything);
        for (std::size_t v = 0; v < found.size(); ++v) {
            const std::string condition = value_condition(*request.split, plan.values[v]);
            out.series.push_back(
                layout.series(narrowed(hits.text(), condition), found[v], of_value[v]));
            out.series.back().query = out.queries.size() - 1;
            out.series.back().value = plan.values[v];
        }
    }
    return out;
}

}  // namespace morgue::explore
