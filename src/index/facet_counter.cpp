#include "index/facet_counter.hpp"

#include <algorithm>

#include "index/terms.hpp"

namespace morgue::index {

FacetCounter::FacetCounter(const Snapshot& snapshot, std::span<const Field::Id> facets,
                           FacetUnit unit)
    : fields_(facets.begin(), facets.end()), unit_(unit) {
    if (fields_.empty()) return;
    for (const FacetColumns& columns : snapshot.facet_columns()) {
        Segment segment{columns.first(), columns.last(), {}};
        for (const Field::Id field : fields_) {
            const auto* column = columns.column(field);
            segment.facets.push_back(
                {column, std::vector<std::uint64_t>(column ? column->values() : 0)});
        }
        segments_.push_back(std::move(segment));
    }
    std::sort(segments_.begin(), segments_.end(),
              [](const Segment& a, const Segment& b) { return a.first < b.first; });
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
    const std::uint32_t group = unit_.groups ? unit_.groups->of(seq) : 0;
    const std::uint64_t worth =
        unit_.words ? decode_number(document.get_value(Slot::word_count)) : 1;
    for (Counted& facet : segment.facets) {
        if (!facet.column) continue;
        for (const std::uint32_t ordinal : facet.column->of(seq - segment.first))
            if (group)
                facet.grouped.push_back(std::uint64_t(ordinal) << 32 | group);
            else
                facet.counts[ordinal] += worth;
    }
}

FacetCounter::Sums FacetCounter::sums(std::size_t facet) const {
    Sums out;
    for (const Segment& segment : segments_) {
        const Counted& counted = segment.facets[facet];
        for (std::uint32_t ordinal = 0; ordinal < counted.counts.size(); ++ordinal)
            if (counted.counts[ordinal])
                out[counted.column->value(ordinal)] += counted.counts[ordinal];
    }
    if (unit_.groups) add_groups(facet, out);
    return out;
}

// Segments number values each for themselves, and a group may lie in several.
void FacetCounter::add_groups(std::size_t facet, Sums& to) const {
    std::vector<std::pair<std::string_view, std::uint32_t>> pairs;
    for (const Segment& segment : segments_)
        for (const std::uint64_t pair : segment.facets[facet].grouped)
            pairs.emplace_back(segment.facets[facet].column->value(std::uint32_t(pair >> 32)),
                               std::uint32_t(pair));
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto& [value, group] : pairs) ++to[value];
}

std::vector<Facet> FacetCounter::facets(std::size_t most) const {
    std::vector<Facet> out;
    for (std::size_t f = 0; f < fields_.size(); ++f) {
        const Sums counted = sums(f);
        std::vector<std::pair<std::string_view, std::uint64_t>> values(counted.begin(),
                                                                       counted.end());
        const std::size_t kept = most ? std::min(most, values.size()) : values.size();
        std::partial_sort(values.begin(), values.begin() + std::ptrdiff_t(kept), values.end(),
                          [](const auto& a, const auto& b) {
                              return a.second != b.second ? a.second > b.second : a.first < b.first;
                          });
        Facet facet{.field = fields_[f], .exact = true, .distinct = values.size(), .buckets = {}};
        for (std::size_t i = 0; i < kept; ++i)
            facet.buckets.push_back({std::string(values[i].first), values[i].second});
        out.push_back(std::move(facet));
    }
    return out;
}

}  // namespace morgue::index
