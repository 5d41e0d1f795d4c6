#include "explore/timeline.hpp"

#include <algorithm>
#include <morgue/error.hpp>

#include "explore/burst.hpp"
#include "explore/tally.hpp"
#include "index/match.hpp"

namespace morgue::explore {

namespace {

using namespace std::chrono;
using Per = TimelineRequest::Per;

struct Ends {
    sys_days first = sys_days::max(), last = sys_days::min();

    bool empty() const { return last < first; }
};

// From the first to the last article of the archive, where the request leaves an end open.
Ends ends_of(const TimelineRequest& request, const Hits& everything, const Context& context) {
    Ends out;
    if (!request.range.from || !request.range.to) {
        index::PublishedColumn published(context.snapshot);
        everything.each([&](index::Seq seq) {
            if (const auto span = published.at(seq)) {
                out.first = std::min(out.first, floor<days>(span->first));
                out.last = std::max(out.last, floor<days>(span->last));
            }
            return true;
        });
    }
    if (request.range.from) out.first = floor<days>(request.range.from->first());
    if (request.range.to) out.last = floor<days>(request.range.to->last());
    return out;
}

std::size_t periods_between(Every every, const Ends& ends) {
    return std::size_t(period_of(every, ends.last) - period_of(every, ends.first) + 1);
}

Every choose(const TimelineRequest& request, const Ends& ends) {
    if (request.every != Every::automatic) return request.every;
    for (const Every every : {Every::day, Every::week, Every::month})
        if (ends.empty() || periods_between(every, ends) <= Timeline::automatic_periods)
            return every;
    return Every::year;
}

// The most frequent values of the facet among what the query finds.
std::vector<std::string> frequent_values(const TimelineRequest& request, const Hits& hits,
                                         const Context& context) {
    index::FacetColumn column(context.snapshot, *request.split);
    std::vector<std::uint64_t> counts;
    hits.each([&](index::Seq seq) {
        for (const std::uint32_t number : column.at(seq)) {
            if (number >= counts.size()) counts.resize(number + 1);
            ++counts[number];
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
std::optional<double> mean_share(const ValueTally& hits, const ValueTally& all, int period) {
    double sum = 0;
    std::size_t sources = 0;
    for (std::size_t s = 0; s < all.by_source.size(); ++s) {
        const auto of = all.by_source[s].find(period);
        if (of == all.by_source[s].end()) continue;
        ++sources;
        if (s >= hits.by_source.size()) continue;
        if (const auto found = hits.by_source[s].find(period); found != hits.by_source[s].end())
            sum += double(found->second.articles) / double(of->second.articles);
    }
    return sources ? std::optional(sum / double(sources)) : std::nullopt;
}

std::optional<double> rate(Per per, const Timeline::Cell& cell, const ValueTally& hits,
                           const ValueTally& all, int period) {
    if (cell.articles == 0) return std::nullopt;
    if (per == Per::source) return mean_share(hits, all, period);
    if (per == Per::articles) return double(cell.count) / double(cell.articles);
    return cell.words ? std::optional(1e6 * double(cell.count) / double(cell.words)) : std::nullopt;
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

void mark_bursts(Timeline::Series& series) {
    std::vector<Batch> batches;
    for (const Timeline::Cell& cell : series.cells) batches.push_back({cell.count, cell.articles});
    series.bursts = bursts(batches);
    for (const Timeline::Burst& burst : series.bursts)
        for (std::size_t i = burst.first; i <= burst.last; ++i) series.cells[i].burst = true;
}

std::uint64_t dated(const ValueTally& tally) {
    std::uint64_t out = 0;
    for (const ByPeriod& source : tally.by_source)
        for (const auto& [period, counts] : source) out += counts.articles;
    return out;
}

// Lays what was counted out along the periods.
class Layout {
public:
    Layout(Timeline& out, int first) : out_(out), first_(first) {}

    Timeline::Series series(const std::string& query, const ValueTally& hits,
                            const ValueTally& all) const {
        Timeline::Series series;
        for (std::size_t i = 0; i < out_.periods.size(); ++i) {
            const int period = first_ + int(i);
            const Counts counts = all.at(period);
            Timeline::Cell cell{.count = hits.at(period).articles,
                                .articles = counts.articles,
                                .words = counts.words,
                                .query = narrowed(query, condition_of(out_.every, period))};
            cell.rate = rate(out_.per, cell, hits, all, period);
            series.total += cell.count;
            series.cells.push_back(std::move(cell));
        }
        series.undated = hits.undated;
        series.coarse = hits.coarse;
        series.outside = dated(hits) - series.total;
        smooth(series.cells, out_.smooth);
        mark_bursts(series);
        return series;
    }

    void periods(const ValueTally& all, std::size_t count) {
        std::uint64_t shown = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const int period = first_ + int(i);
            const Counts counts = all.at(period);
            shown += counts.articles;
            out_.periods.push_back({name_of(out_.every, period),
                                    date_of(first_day(out_.every, period)),
                                    date_of(first_day(out_.every, period + 1) - days(1)),
                                    counts.articles, counts.words});
        }
        out_.undated = all.undated;
        out_.coarse = all.coarse;
        out_.outside = dated(all) - shown;
    }

private:
    Timeline& out_;
    int first_;
};

SearchRequest asking(const SearchRequest& how, const std::string& query) {
    SearchRequest out = how;
    out.query = query;
    return out;
}

}  // namespace

Timeline timeline(const TimelineRequest& request, const Context& context) {
    const Hits everything(asking(request.search, ""), context);
    const Ends ends = ends_of(request, everything, context);
    Timeline out{.every = choose(request, ends),
                 .per = request.per,
                 .smooth = std::max<std::size_t>(1, request.smooth)};
    const std::size_t count = ends.empty() ? 0 : periods_between(out.every, ends);
    if (count > Timeline::most_periods)
        throw Error(Error::Kind::usage,
                    "a timeline of " + std::to_string(count) + " periods is too long",
                    "give --from and --to, or longer periods with --every");
    Layout layout(out, ends.empty() ? 0 : period_of(out.every, ends.first));
    const Plan plain{
        .every = out.every, .by_source = request.per == Per::source, .split = {}, .values = {}};
    Tallier whole(context, plain);
    const std::vector<ValueTally> all = whole.count(everything, every_article());
    layout.periods(all.front(), count);

    for (const std::string& query : request.queries) {
        const Hits hits(asking(request.search, query), context);
        out.queries.push_back({query, hits.problems()});
        if (!request.split) {
            const auto found = whole.count(hits, every_article());
            out.series.push_back(layout.series(hits.text(), found.front(), all.front()));
            out.series.back().query = out.queries.size() - 1;
            continue;
        }
        Plan plan = plain;
        plan.split = request.split;
        plan.values = frequent_values(request, hits, context);
        Tallier split(context, plan);
        const auto found = split.count(hits, every_article());
        const auto of_value = split.count(everything, every_article());
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
