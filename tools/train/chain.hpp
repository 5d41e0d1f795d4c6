#pragma once
// The probabilities of labels in a linear chain: forward and backward sums.
#include <vector>

#include "entities/viterbi.hpp"

namespace morgue::train {

using FloatScores = std::array<float, 16>;  // by label, padded
using FloatTransitions = entities::Transitions<float>;

// Not shared between threads; keeps its memory.
class Chain {
public:
    // From the scores of a run of tokens; only sequences of labels that are allowed count.
    void compute(std::span<const FloatScores> scores, const FloatTransitions& transitions);

    // The probability of a label at a token, and of a pair at a token and the next.
    float at(std::size_t token, std::size_t label) const {
        return forward_[token][label] * backward_[token][label];
    }
    float pair(std::size_t token, std::size_t label, std::size_t next) const {
        return forward_[token][label] * between_[label][next] * local_[token + 1][next] *
               backward_[token + 1][next] * scale_[token + 1];
    }

private:
    FloatTransitions between_{};  // exponentials of the transitions; 0 where not allowed
    std::vector<std::array<float, entities::labels>> local_, forward_, backward_;
    std::vector<float> scale_;
};

}  // namespace morgue::train
