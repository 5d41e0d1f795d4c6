#pragma once
// The measures of one run, or of two beside each other.
#include <morgue/evaluation.hpp>
#include <string>

#include "render/terminal.hpp"

namespace morgue::render {

struct Evaluation {
    std::vector<Measure> measures;
    std::vector<TopicScores> run;
    std::vector<TopicScores> against;  // empty: there is no second run
    bool topics = false;               // each one, too
};

void text_evaluation(std::string& to, const Evaluation& evaluation, const Style& style);
void json_evaluation(std::string& to, const Evaluation& evaluation);

}  // namespace morgue::render
