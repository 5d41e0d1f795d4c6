#pragma once
// The best sequence of labels of a run of tokens outside of which no name reaches.
#include <array>
#include <limits>
#include <span>
#include <vector>

#include "entities/label.hpp"

namespace morgue::entities {

// What it adds that a label follows another: [before][after].
template <class Score>
using Transitions = std::array<std::array<Score, labels>, labels>;

// Not shared between threads; keeps its memory.
template <class Score>
class Viterbi {
public:
    // `score(token, label)` for `size` >= 1 tokens. Of equal sequences always the same one.
    template <class ScoreOf>
    void decode(std::size_t size, ScoreOf&& score, const Transitions<Score>& transitions,
                std::span<Label> best) {
        back_.resize(size);
        std::array<Score, labels> now{}, next{};
        for (Label label = 0; label < labels; ++label)
            now[label] = may_start(label) ? score(0, label) : nowhere;
        for (std::size_t at = 1; at < size; ++at) {
            for (Label label = 0; label < labels; ++label) {
                const auto [from, value] = best_before(now, label, transitions);
                back_[at][label] = from;
                next[label] = value + score(at, label);
            }
            now = next;
        }
        Label label = outside;
        for (Label end = 1; end < labels; ++end)
            if (may_end(end) && now[end] > now[label]) label = end;
        for (std::size_t at = size; at-- > 0; label = back_[at][label]) best[at] = label;
    }

private:
    static constexpr Score nowhere = std::numeric_limits<Score>::lowest() / 4;

    static std::pair<Label, Score> best_before(const std::array<Score, labels>& now, Label label,
                                               const Transitions<Score>& transitions) {
        std::pair<Label, Score> best{outside, nowhere * 2};
        for (Label before = 0; before < labels; ++before) {
            if (!may_follow(before, label)) continue;
            const Score value = now[before] + transitions[before][label];
            if (value > best.second) best = {before, value};
        }
        return best;
    }

    std::vector<std::array<Label, labels>> back_;
};

}  // namespace morgue::entities
