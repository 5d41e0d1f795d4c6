#include "index/facet_counter.hpp"

#include <algorithm>
#include <unordered_map>

namespace morgue::index {

FacetCounter::FacetCounter(const Snapshot& snapshot, std::span<const Field::Id> facets)
    : fields_(facets.begin(), facets.end()) {
    if (fields_.empty()) return;
    for (const FacetColumns& columns : snapshot.facet_columns()) {
        Segment segment{columns.first(), columns.last(), {}};
        for (const Field::Id field : fields_) {
            const auto* column = columns.column(field);
            segment.facets.push_back(
                {column, std::vector<std::uint32_t>(column ? column->values() : 0)});
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
    for (Counted& facet : segment.facets)
        if (facet.column)
            for (const std::uint32_t ordinal : facet.column->of(seq - segment.first))
                ++facet.counts[ordinal];
}

std::vector<Facet> FacetCounter::facets(std::size_t most) const {
    std::vector<Facet> out;
    for (std::size_t f = 0; f < fields_.size(); ++f) {
        std::unordered_map<std::string_view, std::size_t> sums;
        for (const Segment& segment : segments_) {
            const Counted& facet = segment.facets[f];
            for (std::uint32_t ordinal = 0; ordinal < facet.counts.size(); ++ordinal)
                if (facet.counts[ordinal])
                    sums[facet.column->value(ordinal)] += facet.counts[ordinal];
        }
        std::vector<std::pair<std::string_view, std::size_t>> values(sums.begin(), sums.end());
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
