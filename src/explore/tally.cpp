#include "explore/tally.hpp"

#include <algorithm>

namespace morgue::explore {

Counts ValueTally::at(int period) const {
    const auto found = periods.find(period);
    return found == periods.end() ? Counts{} : found->second;
}

Tallier::Tallier(const Context& context, const Plan& plan)
    : plan_(plan), published_(context.snapshot), words_(context.snapshot) {
    if (plan.by_source) source_.emplace(context.snapshot, Field::Id::source);
    if (!plan.split) return;
    split_.emplace(context.snapshot, *plan.split);
    for (const std::string& value : plan.values) numbers_.push_back(split_->number(value));
}

std::vector<ValueTally> Tallier::count(const Hits& hits) {
    std::vector<ValueTally> out(plan_.split ? plan_.values.size() : 1);
    OncePerCell once(hits.groups());
    hits.each([&](index::Seq seq) {
        const Article article = read(seq);
        if (!split_) {
            add(article, 0, once, out.front());
            return true;
        }
        for (const std::uint32_t number : split_->at(seq)) {
            const auto at = std::find(numbers_.begin(), numbers_.end(), number);
            const auto value = std::size_t(at - numbers_.begin());
            if (at != numbers_.end()) add(article, value, once, out[value]);
        }
        return true;
    });
    return out;
}

Tallier::Article Tallier::read(index::Seq seq) {
    const auto published = published_.at(seq);
    Article out{.seq = seq,
                .dated = published.has_value(),
                .period = published ? period_of(plan_.every, *published) : std::nullopt,
                .source = 0,  // articles of no source are one source
                .words = words_.at(seq)};
    if (source_)
        if (const auto numbers = source_->at(seq); !numbers.empty())
            out.source = 1 + numbers.front();
    return out;
}

void Tallier::add(const Article& article, std::size_t value, OncePerCell& once,
                  ValueTally& to) const {
    enum Row : std::uint64_t { sums, periods, sources };  // and those after it
    const std::uint64_t row = std::uint64_t(value) << 32;
    const auto count = [&](Counts& counts, std::uint64_t in_row, std::int64_t column) {
        if (!once.add(row + in_row, column, article.seq)) return;
        ++counts.articles;
        counts.words += article.words;
    };
    if (!article.period)
        return article.dated ? count(to.coarse, sums, 0) : count(to.undated, sums, 1);
    const std::int64_t at = std::int64_t(*article.period) - plan_.first;
    const bool inside = 0 <= at && at < std::int64_t(plan_.periods);
    if (!inside) return count(to.outside, sums, 2);
    count(to.inside, sums, 3);
    count(to.periods[*article.period], periods, *article.period);
    if (!source_) return;
    if (to.by_source.size() <= article.source) to.by_source.resize(article.source + 1);
    count(to.by_source[article.source][*article.period], sources + article.source, *article.period);
}

}  // namespace morgue::explore
