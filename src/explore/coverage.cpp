#include "explore/coverage.hpp"

#include <algorithm>
#include <climits>
#include <morgue/error.hpp>

#include "explore/hits.hpp"
#include "explore/period.hpp"
#include "index/article_values.hpp"
#include "index/terms.hpp"

namespace morgue::explore {

namespace {

using namespace std::chrono;

constexpr std::uint64_t longest_usual = 7;  // days: no shorter gap is a silence
constexpr std::uint64_t times_usual = 3;

sys_days day(int number) {
    return sys_days(days(number));
}

// What is gathered of one source in the pass.
struct Gathered {
    Coverage::Source source;
    std::vector<std::pair<int, int>> dated;  // first and last day that a date may mean
    std::vector<std::uint64_t> languages;    // by number
};

class Gatherer {
public:
    explicit Gatherer(const Context& context)
        : sources_(context.snapshot, Field::Id::source),
          languages_(context.snapshot, Field::Id::language),
          published_(context.snapshot),
          byline_(context.snapshot, index::has_term(Field::Id::byline)),
          body_(context.snapshot, index::has_term(Field::Id::body)) {}

    void add(index::Seq seq) {
        const auto numbers = sources_.at(seq);
        const std::size_t source = numbers.empty() ? 0 : 1 + numbers.front();
        if (source >= gathered_.size()) gathered_.resize(source + 1);
        Gathered& to = gathered_[source];
        ++to.source.articles;
        to.source.with_byline += byline_.at(seq);
        to.source.with_body += body_.at(seq);
        if (const auto span = published_.at(seq)) {
            ++to.source.with_date;
            to.dated.emplace_back(int(floor<days>(span->first).time_since_epoch().count()),
                                  int(floor<days>(span->last).time_since_epoch().count()));
        }
        for (const std::uint32_t language : languages_.at(seq)) {
            if (language >= to.languages.size()) to.languages.resize(language + 1);
            ++to.languages[language];
        }
    }

    std::vector<Gathered> take() {
        for (std::size_t i = 1; i < gathered_.size(); ++i)
            gathered_[i].source.name = sources_.value(std::uint32_t(i - 1));
        std::erase_if(gathered_, [](const Gathered& each) { return each.source.articles == 0; });
        std::sort(gathered_.begin(), gathered_.end(), [](const Gathered& a, const Gathered& b) {
            return a.source.articles != b.source.articles ? a.source.articles > b.source.articles
                                                          : a.source.name < b.source.name;
        });
        return std::move(gathered_);
    }

    std::vector<Facet::Bucket> languages_of(const std::vector<std::uint64_t>& counts) const {
        std::vector<Facet::Bucket> out;
        for (std::uint32_t i = 0; i < counts.size(); ++i)
            if (counts[i])
                out.push_back({std::string(languages_.value(i)), std::size_t(counts[i])});
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
            return a.count != b.count ? a.count > b.count : a.value < b.value;
        });
        return out;
    }

private:
    index::FacetColumn sources_, languages_;
    index::PublishedColumn published_;
    index::TermColumn byline_, body_;
    std::vector<Gathered> gathered_;  // by number of the source + 1; the first has none
};

// Adds up what one source is, or all together are.
void add_to(Gathered& sum, const Gathered& one) {
    sum.source.articles += one.source.articles;
    sum.source.with_byline += one.source.with_byline;
    sum.source.with_date += one.source.with_date;
    sum.source.with_body += one.source.with_body;
    sum.dated.insert(sum.dated.end(), one.dated.begin(), one.dated.end());
    sum.languages.resize(std::max(sum.languages.size(), one.languages.size()));
    for (std::size_t i = 0; i < one.languages.size(); ++i) sum.languages[i] += one.languages[i];
}

// What the articles of all sources cover together.
struct Extent {
    int first_period = 0, last_period = -1;
    int last_day = INT_MIN;

    std::size_t periods() const { return std::size_t(last_period - first_period + 1); }
};

Extent extent_of(const std::vector<std::pair<int, int>>& dated, Every every) {
    Extent out;
    for (const auto& [first, last] : dated) {
        const int period = period_of(every, day(first));
        if (period != period_of(every, day(last))) continue;
        const bool none = out.periods() == 0;
        out.first_period = none ? period : std::min(out.first_period, period);
        out.last_period = none ? period : std::max(out.last_period, period);
        if (first == last) out.last_day = std::max(out.last_day, last);
    }
    return out;
}

// Dates to periods, days and silences.
void lay_out(Gathered& gathered, Every every, const Extent& extent) {
    Coverage::Source& source = gathered.source;
    source.periods.resize(extent.periods());
    std::vector<int> known;  // days
    for (const auto& [first, last] : gathered.dated) {
        const int period = period_of(every, day(first));
        if (period == period_of(every, day(last)))
            ++source.periods[std::size_t(period - extent.first_period)];
        else
            ++source.coarse;
        if (first == last) known.push_back(first);
    }
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    if (known.empty()) return;
    source.first = date_of(day(known.front()));
    source.last = date_of(day(known.back()));
    Rhythm found = rhythm(known, extent.last_day);
    source.usual_gap = found.usual_gap;
    source.silences = std::move(found.silences);
}

}  // namespace

Rhythm rhythm(std::span<const int> known, int end) {
    Rhythm out;
    if (known.size() < Coverage::least_days) return out;
    std::vector<std::uint64_t> gaps;
    for (std::size_t i = 1; i < known.size(); ++i)
        gaps.push_back(std::uint64_t(known[i] - known[i - 1]));
    std::vector<std::uint64_t> sorted = gaps;
    std::sort(sorted.begin(), sorted.end());
    out.usual_gap = sorted[(sorted.size() * 9 + 9) / 10 - 1];  // nine in ten are not longer
    const std::uint64_t limit = std::max(longest_usual, times_usual * out.usual_gap);
    for (std::size_t i = 0; i < gaps.size(); ++i)
        if (gaps[i] > limit)
            out.silences.push_back(
                {date_of(day(known[i])), date_of(day(known[i + 1])), gaps[i] - 1});
    const auto since = std::uint64_t(end - known.back());
    if (since > limit) out.silences.push_back({date_of(day(known.back())), std::nullopt, since});
    return out;
}

Coverage coverage(const CoverageRequest& request, const Context& context) {
    const Hits hits(request.search, context);
    Gatherer gatherer(context);
    const Counted counted = every_article();
    hits.each([&](index::Seq seq) {
        if (counted(seq)) gatherer.add(seq);
        return true;
    });
    Coverage out{.every = request.every, .problems = hits.problems()};
    Gathered all;
    std::vector<Gathered> sources = gatherer.take();
    for (const Gathered& source : sources) add_to(all, source);
    const Extent extent = extent_of(all.dated, request.every);
    const std::size_t periods = extent.periods();
    if (periods > Timeline::most_periods)
        throw Error(Error::Kind::usage,
                    "a table of " + std::to_string(periods) + " periods is too long",
                    "give --from and --to, or longer periods with --every");
    const auto finish = [&](Gathered& one) {
        lay_out(one, request.every, extent);
        one.source.languages = gatherer.languages_of(one.languages);
    };
    finish(all);
    out.all = std::move(all.source);
    out.all.query = hits.text();
    for (std::size_t i = 0; i < periods; ++i) {
        const int period = extent.first_period + int(i);
        out.periods.push_back({.name = name_of(request.every, period),
                               .first = date_of(first_day(request.every, period)),
                               .last = date_of(first_day(request.every, period + 1) - days(1)),
                               .articles = out.all.periods[i]});
    }
    for (Gathered& source : sources) {
        finish(source);
        const std::string condition = source.source.name.empty()
                                          ? "NOT has:source"
                                          : value_condition(Field::Id::source, source.source.name);
        source.source.query = narrowed(hits.text(), condition);
        out.sources.push_back(std::move(source.source));
    }
    return out;
}

}  // namespace morgue::explore
