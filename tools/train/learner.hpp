#pragma once
// Learning the weights: a linear chain over hashed features, trained by stochastic gradient of a
// conditional random field (AdaGrad), or as an averaged structured perceptron. Deterministic.
#include "lesson.hpp"
#include "model_writer.hpp"

namespace morgue::train {

struct LearnerOptions {
    int rounds = 8;              // over all lessons
    unsigned seeds = 5;          // whole trainings, the weights of which are averaged
    unsigned least = 2;          // how often a feature must occur
    double dropout = 0.5;        // share of features hidden each time
    std::size_t rows = 220'000;  // most important features that compete for the model's places
    bool perceptron = false;
    float step = 0.08f;     // of AdaGrad
    float decay = 0.0003f;  // pull of each weight towards 0, per update of its row
};

Learnt learn(std::vector<Lesson>& lessons, const LearnerOptions& options);

}  // namespace morgue::train
