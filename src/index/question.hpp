#pragma once
// A question: words that are alternatives, as a person would ask. How each of them counts.
#include <functional>
#include <string>
#include <vector>

namespace morgue::index {

struct QuestionWord {
    std::string folded;
    bool stemmable = false;
    bool stop = false;  // it only ranks what others find
    double weight = 1;  // how often it was written, stop words discounted

    bool operator==(const QuestionWord&) const = default;
};

// Letters that stand alone side by side are one word if `known` has it: "the u s steel" asks for
// U.S.; repeated words become one that weighs more. In the order of their first standing.
std::vector<QuestionWord> question_words(const std::vector<std::string>& texts,
                                         const std::function<bool(const std::string&)>& known);

}  // namespace morgue::index
