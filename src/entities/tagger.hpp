#pragma once
// Labels the tokens of a document by a model: twice, the second time knowing how the first
// labelled each form in the other sentences.
#include "entities/context.hpp"
#include "entities/features.hpp"
#include "entities/model.hpp"

namespace morgue::entities {

// Calls f(first, last) for each run of tokens that needs labels: those with a capital, and what
// stands next to them.
template <class F>
void for_each_segment(std::span<const Token> sentence, F&& f) {
    const auto near = [&](std::size_t at) {
        return is_gate(sentence[at]) || (at > 0 && is_gate(sentence[at - 1])) ||
               (at + 1 < sentence.size() && is_gate(sentence[at + 1]));
    };
    for (std::size_t at = 0; at < sentence.size();) {
        std::size_t end = at;
        while (end < sentence.size() && near(end)) ++end;
        if (end > at) f(at, end);
        at = end + 1;
    }
}

// Not shared between threads; keeps its memory.
class Tagger {
public:
    explicit Tagger(const Model& model) : model_(model) {}

    // The document's context must have been read into it and `forms`. A label for each token.
    const std::vector<Label>& tag(Document& document, Forms& forms);

private:
    void read(Document& document, Forms& forms, Reading reading);
    void label(std::span<const Token> sentence, std::size_t offset, std::size_t first,
               std::size_t last, Reading reading);
    void score(const Document& document);

    const Model& model_;
    std::vector<Scores> scores_;  // of static features, by token
    std::vector<Scores> summed_;
    std::vector<Label> labels_;
    std::vector<std::uint64_t> features_;
    Viterbi<std::int32_t> viterbi_;
};

}  // namespace morgue::entities
