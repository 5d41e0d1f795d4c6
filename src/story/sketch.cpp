#include "story/sketch.hpp"

#include <algorithm>

#include "story/overlap.hpp"

namespace morgue::story {

void Sketcher::keep(std::uint32_t key) {
    const auto at = std::lower_bound(keys_.begin(), keys_.end(), key);
    if (at != keys_.end() && *at == key) return;
    keys_.insert(at, key);
    if (keys_.size() > sketch_keys) keys_.pop_back();
}

Sketch Sketcher::finish() {
    Sketch out;
    const std::uint64_t words = shingler_.words();
    out.text = text_;
    if (words >= shingle_words)
        out.shingles =
            std::uint32_t(std::min<std::uint64_t>(words - shingle_words + 1, UINT32_MAX));
    if (out.shingles >= least_shingles)
        out.keys = keys_;
    else if (words > 0)
        out.text = spread(text_ ^ heading_);
    shingler_.clear();
    heading_ = text_ = 0;
    keys_.clear();
    return out;
}

double estimated_containment(std::size_t shared, std::uint32_t shingles_a, std::uint32_t reach_a,
                             std::uint32_t shingles_b, std::uint32_t reach_b) {
    const double sampled = (double(std::min(reach_a, reach_b)) + 1) / 4294967296.0;
    const double expected = double(std::min(shingles_a, shingles_b)) * sampled;
    return expected > 0 ? std::min(1.0, double(shared) / expected) : 0;
}

}  // namespace morgue::story
