#include "index/facet_counter.hpp"

#include <algorithm>
#include <morgue/error.hpp>
#include <string>
#include <tuple>

#include "index/spellings.hpp"
#include "index/terms.hpp"
#include "text/words.hpp"

namespace morgue::index {

using entities::Corrections;

FacetCounter::FacetCounter(const Snapshot& snapshot, std::span<const Field::Id> facets,
                           FacetUnit unit)
    : fields_(facets.begin(), facets.end()), unit_(unit) {
    if (fields_.empty()) return;
    for (const FacetColumns& columns : snapshot.facet_columns()) {
        if (columns.empty()) continue;
        Segment segment{columns.first(), columns.last(), {}};
        for (const Field::Id field : fields_) {
            std::vector<Source>& sources = segment.facets.emplace_back();
            if (const auto* column = columns.column(field))
                sources.push_back({column, std::vector<std::uint64_t>(column->values()), {}});
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
    if (source->fates.empty())
        source->fates.assign(column->values(), from == wanted ? untouched : left_out);
    const std::uint32_t goes = comes ? merged(facet, fate) : left_out;
    std::fill(source->fates.begin() + first, source->fates.begin() + last, goes);
}

std::uint32_t FacetCounter::merged(std::size_t facet, const Corrections::Fate& fate) {
    const auto [at, is_new] =
        merged_as_.try_emplace({facet, fate.key}, std::uint32_t(merged_.size()));
    if (is_new) merged_.push_back({.facet = facet, .name = fate.name});
    return at->second;
}

FacetCounter::Segment& FacetCounter::segment_of(Seq seq) {
    const Segment& guess = segments_[current_];
    if (seq < guess.first || seq > guess.last) {
        const auto after = std::upper_bound(
            segments_.begin(), segments_.end(), seq,
            [](Seq wanted, const Segment& segment) { return wanted < segment.first; });
        if (after == segments_.begin())
            throw Error(
                Error::Kind::corrupt,
                "the index is damaged: article " + std::to_string(seq) + " lies before every facet",
                "morgue rebuild makes it anew from the articles");
        current_ = std::size_t(after - segments_.begin()) - 1;
    }
    return segments_[current_];
}

void FacetCounter::operator()(const Xapian::Document& document, double) {
    const Seq seq = document.get_docid();  // of the segment, not of all together
    Segment& segment = segment_of(seq);
    const Match match{seq, seq - segment.first, unit_.groups ? unit_.groups->of(seq) : 0,
                      unit_.words ? decode_number(document.get_value(Slot::word_count)) : 1};
    for (std::size_t facet = 0; facet < fields_.size(); ++facet) {
        const bool prominent = unit_.prominent && field(fields_[facet]).kind == Field::Kind::entity;
        for (Source& source : segment.facets[facet]) count(source, match, prominent);
    }
}

void FacetCounter::count(Source& source, const Match& match, bool prominent) {
    for (const std::uint32_t raw : source.column->of(match.article)) {
        const bool counts = !prominent || (raw & prominent_bit) != 0;
        const std::uint32_t ordinal = source.column->ordinal(raw);
        const std::uint32_t fate = source.fates.empty() ? untouched : source.fates[ordinal];
        if (fate == left_out) continue;
        if (fate != untouched)
            count_merged(merged_[fate], match, counts);
        else if (counts && match.group)
            source.grouped.push_back({ordinal, match.group, match.seq, match.worth});
        else if (counts)
            source.counts[ordinal] += match.worth;
    }
}

// Two of its names in an article are two mentions: they make it prominent, too.
void FacetCounter::count_merged(Merged& name, const Match& match, bool counts) {
    if (name.last == match.seq) {
        counts = !name.counted;
    } else {
        name.last = match.seq;
        name.counted = false;
    }
    if (!counts) return;
    name.counted = true;
    if (match.group)
        name.groups.push_back({0, match.group, match.seq, match.worth});
    else
        name.count += match.worth;
}

// Segments number values each for themselves, spellings of a name are one, and a group may lie in
// several segments.
void FacetCounter::add_groups(std::size_t facet, ValueSums& to) const {
    struct Pair {
        std::string key;
        std::uint32_t group;
        Seq seq;
        std::string_view value;
        std::uint64_t worth;
    };
    const bool names = field(fields_[facet]).kind == Field::Kind::entity;
    std::vector<Pair> pairs;
    const auto add = [&](std::string_view value, const Grouped& each) {
        pairs.push_back({names ? text::name_key(value) : std::string(value), each.group, each.seq,
                         value, each.worth});
    };
    for (const Segment& segment : segments_)
        for (const Source& source : segment.facets[facet])
            for (const Grouped& each : source.grouped)
                add(source.column->value(each.ordinal), each);
    for (const Merged& name : merged_)
        if (name.facet == facet)
            for (const Grouped& each : name.groups) add(name.name, each);
    std::ranges::sort(pairs, {},
                      [](const Pair& each) { return std::tie(each.key, each.group, each.seq); });
    const auto again = std::unique(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return a.group == b.group && a.key == b.key;
    });
    pairs.erase(again, pairs.end());
    for (const Pair& pair : pairs) to.add(pair.value, pair.worth);
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
        for (const Merged& name : merged_)
            if (name.facet == f && name.count) sums.add(name.name, name.count);
        if (unit_.groups) add_groups(f, sums);
        Facet facet{.field = fields_[f], .exact = true, .distinct = sums.size(), .buckets = {}};
        facet.buckets = sums.most_frequent(most);
        out.push_back(std::move(facet));
    }
    return out;
}

}  // namespace morgue::index
