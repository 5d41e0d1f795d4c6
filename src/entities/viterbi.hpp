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
        prepare(transitions);
        back_.resize(size);
        std::array<Score, labels> now{}, next{};
        for (Label label = 0; label < labels; ++label)
            now[label] = may_start(label) ? score(0, label) : nowhere;
        for (std::size_t at = 1; at < size; ++at) {
            enter(now, next, back_[at]);
            go_on(now, next, back_[at], transitions);
            for (Label label = 0; label < labels; ++label)
                now[label] = next[label] + score(at, label);
        }
        Label label = outside;
        for (Label end = 1; end < labels; ++end)
            if (may_end(end) && now[end] > now[label]) label = end;
        for (std::size_t at = size; at-- > 0; label = back_[at][label]) best[at] = label;
    }

private:
    static constexpr Score nowhere = std::numeric_limits<Score>::lowest() / 4;
    static constexpr std::size_t lanes = 8;  // labels that may start, padded

    using From = std::array<Label, labels>;

    // The labels for which `holds`, in order.
    static constexpr std::array<Label, 1 + 2 * kinds> those(bool (*holds)(Label)) {
        std::array<Label, 1 + 2 * kinds> found{};
        std::size_t size = 0;
        for (Label label = 0; label < labels; ++label)
            if (holds(label)) found[size++] = label;
        return found;
    }
    static constexpr auto starts = those([](Label label) { return may_start(label); });
    static constexpr auto ends = those([](Label label) { return may_end(label); });

    void prepare(const Transitions<Score>& transitions) {
        for (std::size_t end = 0; end < ends.size(); ++end)
            for (std::size_t start = 0; start < starts.size(); ++start)
                between_[end][start] = transitions[ends[end]][starts[start]];
    }

    // From labels that may end to those that may start, all at once.
    void enter(const std::array<Score, labels>& now, std::array<Score, labels>& next, From& from) {
        std::array<Score, lanes> best;
        std::array<std::int32_t, lanes> best_end{};
        for (std::size_t lane = 0; lane < lanes; ++lane)
            best[lane] = now[ends[0]] + between_[0][lane];
        for (std::size_t end = 1; end < ends.size(); ++end)
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                const Score value = now[ends[end]] + between_[end][lane];
                best_end[lane] = value > best[lane] ? std::int32_t(end) : best_end[lane];
                best[lane] = value > best[lane] ? value : best[lane];
            }
        for (std::size_t start = 0; start < starts.size(); ++start) {
            next[starts[start]] = best[start];
            from[starts[start]] = ends[std::size_t(best_end[start])];
        }
    }

    // Inside a name, from its beginning or its inside.
    static void go_on(const std::array<Score, labels>& now, std::array<Score, labels>& next,
                      From& from, const Transitions<Score>& transitions) {
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            const Label begin = label(Entity::Kind(kind), Part::begin);
            const Label inside = label(Entity::Kind(kind), Part::inside);
            for (const Label to : {inside, label(Entity::Kind(kind), Part::last)}) {
                const Score beginning = now[begin] + transitions[begin][to];
                const Score going_on = now[inside] + transitions[inside][to];
                next[to] = going_on > beginning ? going_on : beginning;
                from[to] = going_on > beginning ? inside : begin;
            }
        }
    }

    std::array<std::array<Score, lanes>, 1 + 2 * kinds> between_{};
    std::vector<From> back_;
};

}  // namespace morgue::entities
