#include "chain.hpp"

#include <algorithm>
#include <cmath>

namespace morgue::train {

using entities::labels;

void Chain::compute(std::span<const FloatScores> scores, const FloatTransitions& transitions) {
    const std::size_t size = scores.size();
    for (std::size_t before = 0; before < labels; ++before)
        for (std::size_t after = 0; after < labels; ++after)
            between_[before][after] =
                entities::may_follow(entities::Label(before), entities::Label(after))
                    ? std::exp(transitions[before][after])
                    : 0;
    local_.resize(size);
    forward_.resize(size);
    backward_.resize(size);
    scale_.resize(size);
    for (std::size_t at = 0; at < size; ++at) {
        const float most = *std::max_element(scores[at].begin(), scores[at].begin() + labels);
        for (std::size_t k = 0; k < labels; ++k) local_[at][k] = std::exp(scores[at][k] - most);
    }
    for (std::size_t at = 0; at < size; ++at) {
        std::array<float, labels>& now = forward_[at];
        for (std::size_t k = 0; k < labels; ++k) {
            float sum = at == 0 ? float(entities::may_start(entities::Label(k))) : 0;
            if (at > 0)
                for (std::size_t j = 0; j < labels; ++j)
                    sum += forward_[at - 1][j] * between_[j][k];
            now[k] = sum * local_[at][k];
            if (at + 1 == size && !entities::may_end(entities::Label(k))) now[k] = 0;
        }
        float total = 0;
        for (const float value : now) total += value;
        scale_[at] = 1 / std::max(total, 1e-30f);
        for (float& value : now) value *= scale_[at];
    }
    backward_[size - 1].fill(1);
    for (std::size_t at = size - 1; at-- > 0;)
        for (std::size_t j = 0; j < labels; ++j) {
            float sum = 0;
            for (std::size_t k = 0; k < labels; ++k) {
                const bool ends = at + 2 == size && !entities::may_end(entities::Label(k));
                if (!ends) sum += between_[j][k] * local_[at + 1][k] * backward_[at + 1][k];
            }
            backward_[at][j] = sum * scale_[at + 1];
        }
}

}  // namespace morgue::train
