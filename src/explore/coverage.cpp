#include "explore/coverage.hpp"

#include <algorithm>
#include <climits>
#include <morgue/error.hpp>
#include <unordered_map>

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

// What is gathered of one source, or of all, in the pass.
struct Gathered {
    Coverage::Source source;
    bool any = false;  // article
    std::unordered_map<int, std::uint64_t> periods;
    std::vector<int> days;                 // of articles that are dated to the day
    std::vector<std::uint64_t> languages;  // by number
};

class Gatherer {
public:
    Gatherer(const CoverageRequest& request, const Hits& hits, const Context& context)
        : every_(request.every),
          in_words_(request.search.unit == SearchRequest::Count::words),
          once_(hits.groups()),
          words_(context.snapshot),
          sources_(context.snapshot, Field::Id::source),
          languages_(context.snapshot, Field::Id::language),
          published_(context.snapshot),
          byline_(context.snapshot, index::has_term(Field::Id::byline)),
          body_(context.snapshot, index::has_term(Field::Id::body)) {}

    void add(index::Seq seq) {
        const auto numbers = sources_.at(seq);
        const std::size_t source = numbers.empty() ? 0 : 1 + numbers.front();
        if (source >= gathered_.size()) gathered_.resize(source + 1);
        const auto languages = languages_.at(seq);
        const Article article{.seq = seq,
                              .worth = in_words_ ? words_.at(seq) : 1,
                              .byline = byline_.at(seq),
                              .body = body_.at(seq),
                              .published = published_.at(seq),
                              .languages = languages};
        add(article, all_row, all_);
        add(article, source, gathered_[source]);
    }

    Gathered take_all() { return std::move(all_); }

    std::vector<Gathered> take() {
        for (std::size_t i = 1; i < gathered_.size(); ++i)
            gathered_[i].source.name = sources_.value(std::uint32_t(i - 1));
        std::erase_if(gathered_, [](const Gathered& each) { return !each.any; });
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
    struct Article {
        index::Seq seq;
        std::uint64_t worth;
        bool byline, body;
        std::optional<index::PublishedColumn::Span> published;
        std::span<const std::uint32_t> languages;
    };
    // What is counted of a source stands in rows of cells of its own.
    enum Row : std::uint64_t { plain, by_period, by_language, rows };
    enum Column : std::uint8_t { articles, with_byline, with_body, with_date, coarse };
    static constexpr std::uint64_t all_row = UINT32_MAX;

    void add(const Article& article, std::uint64_t source, Gathered& to) {
        const auto count = [&](std::uint64_t& sum, Row row, std::int64_t column) {
            if (once_.add(source * rows + row, column, article.seq)) sum += article.worth;
        };
        to.any = true;
        count(to.source.articles, plain, articles);
        if (article.byline) count(to.source.with_byline, plain, with_byline);
        if (article.body) count(to.source.with_body, plain, with_body);
        for (const std::uint32_t language : article.languages) {
            if (language >= to.languages.size()) to.languages.resize(language + 1);
            count(to.languages[language], by_language, language);
        }
        if (!article.published) return;
        count(to.source.with_date, plain, with_date);
        if (const auto period = period_of(every_, *article.published))
            count(to.periods[*period], by_period, *period);
        else
            count(to.source.coarse, plain, coarse);
        if (const auto day = period_of(Every::day, *article.published)) add_day(to.days, *day);
    }

    // Articles come by the day, mostly: this keeps the list short.
    static void add_day(std::vector<int>& to, int day) {
        if (to.empty() || to.back() != day) to.push_back(day);
    }

    Every every_;
    bool in_words_;
    OncePerCell once_;
    index::WordsColumn words_;
    index::FacetColumn sources_, languages_;
    index::PublishedColumn published_;
    index::TermColumn byline_, body_;
    Gathered all_;
    std::vector<Gathered> gathered_;  // by number of the source + 1; the first has none
};

// What the articles of all sources cover together.
struct Extent {
    int first_period = 0, last_period = -1;
    int last_day = INT_MIN;

    std::size_t periods() const { return std::size_t(last_period - first_period + 1); }
};

Extent extent_of(const Gathered& all) {
    Extent out;
    for (const auto& [period, count] : all.periods) {
        const bool none = out.periods() == 0;
        out.first_period = none ? period : std::min(out.first_period, period);
        out.last_period = none ? period : std::max(out.last_period, period);
    }
    for (const int day : all.days) out.last_day = std::max(out.last_day, day);
    return out;
}

// What was gathered to periods in a row, days and silences.
void lay_out(Gathered& gathered, const Extent& extent) {
    Coverage::Source& source = gathered.source;
    source.periods.resize(extent.periods());
    for (const auto& [period, count] : gathered.periods)
        source.periods[std::size_t(period - extent.first_period)] = count;
    std::vector<int>& known = gathered.days;
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
    Gatherer gatherer(request, hits, context);
    hits.each([&](index::Seq seq) {
        gatherer.add(seq);
        return true;
    });
    Coverage out{.every = request.every, .problems = hits.problems()};
    Gathered all = gatherer.take_all();
    std::vector<Gathered> sources = gatherer.take();
    const Extent extent = extent_of(all);
    const std::size_t periods = extent.periods();
    if (periods > Timeline::most_periods)
        throw Error(Error::Kind::usage,
                    "a table of " + std::to_string(periods) + " periods is too long",
                    "give --from and --to, or longer periods with --every");
    const auto finish = [&](Gathered& one) {
        lay_out(one, extent);
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
