#include "explore/tally.hpp"

#include <algorithm>

namespace morgue::explore {

Counts ValueTally::at(int period) const {
    Counts out;
    for (const ByPeriod& source : by_source) {
        const auto found = source.find(period);
        if (found == source.end()) continue;
        out.articles += found->second.articles;
        out.words += found->second.words;
    }
    return out;
}

Tallier::Tallier(const Context& context, const Plan& plan)
    : plan_(plan), published_(context.snapshot), words_(context.snapshot) {
    if (plan.by_source) source_.emplace(context.snapshot, Field::Id::source);
    if (!plan.split) return;
    split_.emplace(context.snapshot, *plan.split);
    for (const std::string& value : plan.values) numbers_.push_back(split_->number(value));
}

std::vector<ValueTally> Tallier::count(const Hits& hits, const Counted& counted) {
    std::vector<ValueTally> out(plan_.split ? plan_.values.size() : 1);
    hits.each([&](index::Seq seq) {
        if (counted(seq)) add(seq, out);
        return true;
    });
    return out;
}

void Tallier::add(index::Seq seq, std::vector<ValueTally>& to) {
    const auto published = published_.at(seq);
    const auto period = published ? period_of(plan_.every, *published) : std::nullopt;
    const std::uint32_t words = period ? words_.at(seq) : 0;
    std::size_t source = 0;  // articles of no source are one source
    if (source_)
        if (const auto numbers = source_->at(seq); !numbers.empty()) source = 1 + numbers.front();
    const auto add_to = [&](ValueTally& tally) {
        if (!period) {
            ++(published ? tally.coarse : tally.undated);
            return;
        }
        if (tally.by_source.size() <= source) tally.by_source.resize(source + 1);
        Counts& counts = tally.by_source[source][*period];
        ++counts.articles;
        counts.words += words;
    };
    if (!split_) return add_to(to.front());
    for (const std::uint32_t number : split_->at(seq))
        if (const auto at = std::find(numbers_.begin(), numbers_.end(), number);
            at != numbers_.end())
            add_to(to[std::size_t(at - numbers_.begin())]);
}

}  // namespace morgue::explore
