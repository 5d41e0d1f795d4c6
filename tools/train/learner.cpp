#include "learner.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <numeric>
#include <random>

#include "chain.hpp"
#include "entities/history.hpp"
#include "feature_ids.hpp"

namespace morgue::train {

namespace {

using entities::Label;
using entities::labels;
using entities::Reading;

class Learner {
public:
    Learner(std::vector<Lesson>& lessons, const LearnerOptions& options)
        : lessons_(lessons), options_(options) {
        number_features();
        reserve_weights(ids_.features().size() + 50'000);
    }

    Learnt run() {
        for (unsigned seed = 1; seed <= options_.seeds; ++seed) {
            begin(seed);
            for (int round = 1; round <= options_.rounds; ++round) {
                study_all(round);
                if (!options_.perceptron && 2 * round > options_.rounds) add_up();
            }
            if (options_.perceptron) {
                average();
                add_up();
            }
        }
        return result();
    }

private:
    void number_features() {
        for (Lesson& lesson : lessons_)
            for_each_token(lesson, [&](std::size_t, auto&& features) {
                features([&](std::uint64_t feature) { ids_.count(feature); });
            });
        ids_.number(options_.least);
        for (Lesson& lesson : lessons_) {
            starts_.push_back(static_ids_.size());
            for_each_token(lesson, [&](std::size_t, auto&& features) {
                const std::size_t begin = static_ids_.size();
                static_ids_.push_back(0);
                features([&](std::uint64_t feature) {
                    const std::uint32_t id = ids_.id(feature);
                    if (id != FeatureIds::none) static_ids_.push_back(id);
                });
                static_ids_[begin] = std::uint32_t(static_ids_.size() - begin - 1);
            });
        }
        std::cerr << ids_.features().size() << " features\n";
    }

    template <class F>
    void for_each_token(Lesson& lesson, F&& f) {
        for (const Segment& segment : lesson.segments) {
            const entities::Sentence& part = lesson.document.sentences[segment.sentence];
            const auto sentence = lesson.document.of(part);
            for (std::size_t at = segment.first; at < segment.last; ++at)
                f(at,
                  [&](auto&& emit) { entities::static_features(sentence, part.casing, at, emit); });
        }
    }

    void reserve_weights(std::size_t rows) {
        weights_.resize(rows);
        sums_.resize(rows);
        if (!options_.perceptron) squares_.resize(rows);
    }

    void begin(unsigned seed) {
        random_.seed(seed);
        const std::size_t rows = weights_.size();
        for (auto* table : {&weights_, &sums_, &squares_}) table->clear();
        reserve_weights(rows);
        transitions_ = transition_sums_ = {};
        time_ = 1;
    }

    void study_all(int round) {
        std::vector<std::size_t> order(lessons_.size());
        std::iota(order.begin(), order.end(), 0u);
        for (std::size_t n = order.size(); n > 1; --n)
            std::swap(order[n - 1], order[random_() % n]);
        wrong_ = seen_ = 0;
        for (const std::size_t n : order) study(n);
        std::cerr << "round " << round << ": " << 100.0 * double(wrong_) / double(seen_)
                  << " % of labels wrong\n";
    }

    // Sums up trainings and rounds; only the proportions of weights count.
    void add_up() {
        total_.resize(weights_.size());
        for (std::size_t id = 0; id < weights_.size(); ++id)
            for (std::size_t k = 0; k < labels; ++k) total_[id][k] += weights_[id][k];
        for (std::size_t j = 0; j < labels; ++j)
            for (std::size_t k = 0; k < labels; ++k) total_transitions_[j][k] += transitions_[j][k];
    }

    void study(std::size_t n) {
        Lesson& lesson = lessons_[n];
        forms_.clear();
        predicted_.assign(lesson.document.tokens.size(), entities::outside);
        for (const Reading reading : {Reading::first, Reading::second}) {
            const std::uint32_t* ids = &static_ids_[starts_[n]];
            std::size_t segment = 0;
            for (std::uint32_t s = 0; s < lesson.document.sentences.size(); ++s) {
                const entities::Sentence& part = lesson.document.sentences[s];
                const auto sentence = lesson.document.of(part);
                const auto found = std::span(predicted_).subspan(part.first, sentence.size());
                if (reading == Reading::second) entities::remember(sentence, found, forms_, -1);
                entities::recall(sentence, forms_);
                for (; segment < lesson.segments.size() && lesson.segments[segment].sentence == s;
                     ++segment)
                    ids =
                        study(lesson, lesson.segments[segment], sentence, part.first, ids, reading);
                entities::remember(sentence, found, forms_);
            }
        }
    }

    const std::uint32_t* study(Lesson& lesson, const Segment& segment,
                               std::span<const entities::Token> sentence, std::size_t offset,
                               const std::uint32_t* ids, Reading reading) {
        const std::size_t size = segment.last - segment.first;
        active_.resize(std::max(active_.size(), size));
        for (std::size_t n = 0; n < size; ++n) {
            active_[n].clear();
            for (std::uint32_t count = *ids++; count > 0; --count, ++ids)
                if (double(random_() & 1023) >= options_.dropout * 1024) active_[n].push_back(*ids);
            entities::history_features(
                sentence, segment.first + n, reading,
                [&](std::uint64_t feature) { active_[n].push_back(ids_.id_or_new(feature)); });
        }
        if (ids_.features().size() > weights_.size()) reserve_weights(ids_.features().size() * 2);
        const auto from = offset + segment.first;
        const auto right = std::span(lesson.right).subspan(from, size);
        const auto found = std::span(predicted_).subspan(from, size);
        sum_scores(size);
        viterbi_.decode(
            size, [&](std::size_t at, Label label) { return scores_[at][label]; }, transitions_,
            found);
        for (std::size_t at = 0; at < size; ++at) wrong_ += right[at] != found[at];
        seen_ += size;
        options_.perceptron ? correct(right, found) : descend(right);
        ++time_;
        return ids;
    }

    void sum_scores(std::size_t size) {
        scores_.resize(size);
        for (std::size_t at = 0; at < size; ++at) {
            FloatScores sum{};
            for (const std::uint32_t id : active_[at])
                for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += weights_[id][k];
            scores_[at] = sum;
        }
    }

    // The perceptron's update; `sums_` keeps what averaging needs.
    void correct(std::span<const Label> right, std::span<const Label> found) {
        const auto now = float(time_);
        for (std::size_t at = 0; at < right.size(); ++at) {
            if (right[at] == found[at]) continue;
            for (const std::uint32_t id : active_[at]) {
                weights_[id][right[at]] += 1;
                sums_[id][right[at]] += now;
                weights_[id][found[at]] -= 1;
                sums_[id][found[at]] -= now;
            }
        }
        for (std::size_t at = 1; at < right.size(); ++at) {
            transitions_[right[at - 1]][right[at]] += 1;
            transition_sums_[right[at - 1]][right[at]] += now;
            transitions_[found[at - 1]][found[at]] -= 1;
            transition_sums_[found[at - 1]][found[at]] -= now;
        }
    }

    // A step along the gradient of the log-likelihood.
    void descend(std::span<const Label> right) {
        chain_.compute(scores_, transitions_);
        for (std::size_t at = 0; at < right.size(); ++at) {
            FloatScores gradient{};
            for (std::size_t k = 0; k < labels; ++k) gradient[k] = -chain_.at(at, k);
            gradient[right[at]] += 1;
            for (const std::uint32_t id : active_[at]) step(id, gradient);
        }
        for (std::size_t at = 0; at + 1 < right.size(); ++at)
            for (std::size_t j = 0; j < labels; ++j)
                for (std::size_t k = 0; k < labels; ++k) {
                    if (!entities::may_follow(Label(j), Label(k))) continue;
                    const float g =
                        float(right[at] == j && right[at + 1] == k) - chain_.pair(at, j, k);
                    float& square = transition_sums_[j][k];
                    square += g * g;
                    transitions_[j][k] += options_.step * g / std::sqrt(square + 1);
                }
    }

    void step(std::uint32_t id, const FloatScores& gradient) {
        FloatScores &weights = weights_[id], &squares = squares_[id];
        for (std::size_t k = 0; k < gradient.size(); ++k) {
            squares[k] += gradient[k] * gradient[k];
            const float rate = options_.step / std::sqrt(squares[k] + 1);
            weights[k] += rate * (gradient[k] - options_.decay * weights[k]);
        }
    }

    Learnt result() {
        std::vector<std::pair<float, std::uint32_t>> order;
        for (std::uint32_t id = 0; id < ids_.features().size(); ++id)
            order.push_back({-importance(id), id});
        std::ranges::sort(order);
        const float scale = 127 / -order[std::min<std::size_t>(200, order.size() - 1)].first;
        Learnt learnt;
        for (const auto& [least, id] : order) {
            if (learnt.rows.size() == options_.rows || least * scale > -0.5f) break;
            WeightRow& row = learnt.rows.emplace_back(WeightRow{ids_.features()[id], {}});
            for (std::size_t k = 0; k < labels; ++k)
                row.weights[k] =
                    std::int8_t(std::clamp(std::round(total_[id][k] * scale), -127.f, 127.f));
        }
        for (std::size_t j = 0; j < labels; ++j)
            for (std::size_t k = 0; k < labels; ++k)
                learnt.transitions[j][k] = std::int16_t(
                    std::clamp(std::round(total_transitions_[j][k] * scale), -20'000.f, 20'000.f));
        return learnt;
    }

    float importance(std::uint32_t id) const {
        float most = 0;
        for (std::size_t k = 0; k < labels; ++k) most = std::max(most, std::abs(total_[id][k]));
        return most;
    }

    void average() {
        const auto now = float(time_);
        for (std::size_t id = 0; id < weights_.size(); ++id)
            for (std::size_t k = 0; k < labels; ++k) weights_[id][k] -= sums_[id][k] / now;
        for (std::size_t j = 0; j < labels; ++j)
            for (std::size_t k = 0; k < labels; ++k)
                transitions_[j][k] -= transition_sums_[j][k] / now;
    }

    std::vector<Lesson>& lessons_;
    const LearnerOptions& options_;
    std::mt19937 random_;
    FeatureIds ids_;
    std::vector<std::uint32_t> static_ids_;  // for each token a count and as many numbers
    std::vector<std::size_t> starts_;        // of each lesson in static_ids_
    std::vector<FloatScores> weights_, sums_, squares_, total_;
    FloatTransitions transitions_{}, transition_sums_{}, total_transitions_{};
    entities::Forms forms_;
    std::vector<Label> predicted_;
    std::vector<std::vector<std::uint32_t>> active_;  // features of each token of the segment
    std::vector<FloatScores> scores_;
    entities::Viterbi<float> viterbi_;
    Chain chain_;
    std::size_t time_ = 1, wrong_ = 0, seen_ = 0;
};

}  // namespace

Learnt learn(std::vector<Lesson>& lessons, const LearnerOptions& options) {
    return Learner(lessons, options).run();
}

}  // namespace morgue::train
