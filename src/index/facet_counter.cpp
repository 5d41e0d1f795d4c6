#include "index/facet_counter.hpp"

#include <algorithm>
#include <unordered_map>

#include "index/spellings.hpp"
#include "index/terms.hpp"
#include "text/words.hpp"

namespace morgue::index {

using entities::Corrections;

FacetCounter::FacetCounter(const Snapshot& snapshot, std::span<const Field::Id> facets,
                           bool prominent)
    : fields_(facets.begin(), facets.end()), prominent_(prominent) {
    if (fields_.empty()) return;
    for (const FacetColumns& columns : snapshot.facet_columns()) {
        Segment segment{columns.first(), columns.last(), {}};
        for (const Field::Id field : fields_) {
            std::vector<Source>& sources = segment.facets.emplace_back();
            if (const auto* column = columns.column(field))
                sources.push_back({column, std::vector<std::uint32_t>(column->values()), {}});
        }
        correct(segment, columns, snapshot.corrections());
        segments_.push_back(std::move(segment));
    }
    std::sort(segments_.begin(), segments_.end(),
              [](const Segment& a, const Segment& b) { return a.first < b.first; });
}

void FacetCounter::correct(Segment& segment, const FacetColumns& columns,
                           const Corrections& corrections) {
    for (std::size_t facet = 0; facet < fields_.size(); ++facet)
        if (field(fields_[facet]).kind == Field::Kind::entity)
            for (const auto& [name, fate] : corrections.fates())
                set_fate(segment, facet, columns, name, fate);
}

void FacetCounter::set_fate(Segment& segment, std::size_t facet, const FacetColumns& columns,
                            const Corrections::Named& name, const Corrections::Fate& fate) {
    const Field::Id from = field_of(name.kind), wanted = fields_[facet];
    const bool comes = !fate.killed && field_of(fate.kind) == wanted;
    const auto* column = columns.column(from);
    if (!column || (from != wanted && !comes)) return;
    const auto [first, last] = column->named(name.key);
    if (first == last) return;
    auto& sources = segment.facets[facet];
    auto source = std::find_if(sources.begin(), sources.end(),
                               [&](const Source& each) { return each.column == column; });
    if (source == sources.end())  // of another kind: only what is said to be of this one counts
        source = sources.insert(source, {column, {}, {}});
    if (source->groups.empty())
        source->groups.assign(column->values(), from == wanted ? untouched : left_out);
    const std::uint32_t goes = comes ? group(facet, fate) : left_out;
    std::fill(source->groups.begin() + first, source->groups.begin() + last, goes);
}

std::uint32_t FacetCounter::group(std::size_t facet, const Corrections::Fate& fate) {
    const auto [at, is_new] =
        group_of_.try_emplace({facet, fate.key}, std::uint32_t(groups_.size()));
    if (is_new) groups_.push_back({.facet = facet, .name = fate.name});
    return at->second;
}

FacetCounter::Segment& FacetCounter::segment_of(Seq seq) {
    const Segment& guess = segments_[current_];
    if (seq < guess.first || seq > guess.last) {
        const auto after = std::upper_bound(
            segments_.begin(), segments_.end(), seq,
            [](Seq wanted, const Segment& segment) { return wanted < segment.first; });
        current_ = std::size_t(after - segments_.begin()) - 1;
    }
    return segments_[current_];
}

void FacetCounter::operator()(const Xapian::Document& document, double) {
    const Seq seq = document.get_docid();  // of the segment, not of all together
    Segment& segment = segment_of(seq);
    for (std::size_t facet = 0; facet < fields_.size(); ++facet) {
        const bool prominent = prominent_ && field(fields_[facet]).kind == Field::Kind::entity;
        for (Source& source : segment.facets[facet])
            count(source, seq, seq - segment.first, prominent);
    }
}

void FacetCounter::count(Source& source, Seq seq, std::size_t article, bool prominent) {
    for (const std::uint32_t raw : source.column->of(article)) {
        const bool counts = !prominent || (raw & prominent_bit) != 0;
        const std::uint32_t ordinal = ordinal_of(raw);
        const std::uint32_t group = source.groups.empty() ? untouched : source.groups[ordinal];
        if (group == untouched)
            source.counts[ordinal] += counts;
        else if (group != left_out)
            count_group(groups_[group], seq, counts);
    }
}

// Two of its names in an article are two mentions: they make it prominent, too.
void FacetCounter::count_group(Group& group, Seq seq, bool counts) {
    if (group.last == seq) {
        counts = !group.counted;
    } else {
        group.last = seq;
        group.counted = false;
    }
    if (!counts) return;
    group.counted = true;
    ++group.count;
}

std::vector<Facet> FacetCounter::facets(std::size_t most) const {
    std::vector<Facet> out;
    for (std::size_t f = 0; f < fields_.size(); ++f) {
        ValueSums sums(field(fields_[f]).kind == Field::Kind::entity);
        for (const Segment& segment : segments_)
            for (const Source& source : segment.facets[f])
                for (std::uint32_t ordinal = 0; ordinal < source.counts.size(); ++ordinal)
                    if (source.counts[ordinal])
                        sums.add(source.column->value(ordinal), source.counts[ordinal]);
        for (const Group& group : groups_)
            if (group.facet == f && group.count) sums.add(group.name, group.count);
        Facet facet{.field = fields_[f], .exact = true, .distinct = sums.size(), .buckets = {}};
        facet.buckets = sums.most_frequent(most);
        out.push_back(std::move(facet));
    }
    return out;
}

}  // namespace morgue::index
