#pragma once
// Labels the tokens of a document by a model: twice, the second time knowing how the first
// labelled each form in the other sentences.
#include <algorithm>

#include "entities/context.hpp"
#include "entities/features.hpp"
#include "entities/model.hpp"

namespace morgue::entities {

// Calls f(first, last) for each run of tokens that needs labels: those with a capital, and what
// stands next to them.
template <class F>
void for_each_segment(std::span<const Token> sentence, F&& f) {
    std::size_t first = 0, last = 0;  // of the segment that is growing
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        if (!is_gate(sentence, at)) continue;
        const std::size_t begin = at > 0 ? at - 1 : 0;
        if (begin > last) {
            if (last > first) f(first, last);
            first = begin;
        } else if (last == first) {
            first = begin;
        }
        last = std::min(at + 2, sentence.size());
    }
    if (last > first) f(first, last);
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
