#pragma once
// Which articles share keys, or all their words, with new ones: the sorted sketches of the new are
// walked beside those of every segment, galloping over what lies between, so that a batch costs
// about as much as it is long and one article some thousand steps.
#include <span>
#include <vector>

#include "index/sketch_table.hpp"

namespace morgue::index {

struct SketchMatch {
    Seq article = 0, other = 0;
    std::uint32_t shared = 0;  // keys
    auto operator<=>(const SketchMatch&) const = default;
};

// Versions that are not current, by seq; what is beyond its end is current.
class GoneVersions {
public:
    void add(Seq seq) {
        if (seq >= bits_.size()) bits_.resize(seq + 1 + seq / 8);
        bits_[seq] = true;
    }
    bool contains(Seq seq) const { return seq < bits_.size() && bits_[seq]; }

private:
    std::vector<bool> bits_;
};

// For the articles of `fresh`, by seq: those of the older views that share keys with them, and of
// `fresh` those with a lower seq. `older` stand by seq. Of the current articles that have a key
// only the `most` first count: a key of thousands is of a formula, or of a story that these few
// stand for.
std::vector<SketchMatch> matches_by_keys(const SketchView& fresh, std::span<const SketchView> older,
                                         const GoneVersions& gone, std::size_t most);

// Likewise, those with equal words; `shared` is 0.
std::vector<SketchMatch> matches_by_text(const SketchView& fresh, std::span<const SketchView> older,
                                         const GoneVersions& gone, std::size_t most);

}  // namespace morgue::index
