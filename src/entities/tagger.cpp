#include "entities/tagger.hpp"

#include "entities/history.hpp"

namespace morgue::entities {

const std::vector<Label>& Tagger::tag(Document& document, Forms& forms) {
    labels_.assign(document.tokens.size(), outside);
    score(document);
    read(document, forms, Reading::first);
    read(document, forms, Reading::second);
    return labels_;
}

void Tagger::score(const Document& document) {
    scores_.resize(document.tokens.size());
    for (const Sentence& part : document.sentences) {
        const auto sentence = document.of(part);
        for_each_segment(sentence, [&](std::size_t first, std::size_t last) {
            for (std::size_t at = first; at < last; ++at) {
                features_.clear();
                static_features(sentence, part.casing, at, [&](std::uint64_t feature) {
                    model_.weights.prefetch(feature);
                    features_.push_back(feature);
                });
                Scores& scores = scores_[part.first + at];
                scores = {};
                model_.weights.add(features_, scores);
            }
        });
    }
}

void Tagger::read(Document& document, Forms& forms, Reading reading) {
    for (const Sentence& part : document.sentences) {
        const auto sentence = document.of(part);
        const auto of_sentence = std::span(labels_).subspan(part.first, sentence.size());
        if (reading == Reading::second) remember(sentence, of_sentence, forms, -1);
        recall(sentence, forms);
        for_each_segment(sentence, [&](std::size_t first, std::size_t last) {
            label(sentence, part.first, first, last, reading);
        });
        remember(sentence, of_sentence, forms);
    }
}

void Tagger::label(std::span<const Token> sentence, std::size_t offset, std::size_t first,
                   std::size_t last, Reading reading) {
    summed_.assign(scores_.begin() + std::ptrdiff_t(offset + first),
                   scores_.begin() + std::ptrdiff_t(offset + last));
    for (std::size_t at = first; at < last; ++at) {
        features_.clear();
        history_features(sentence, at, reading,
                         [&](std::uint64_t feature) { features_.push_back(feature); });
        model_.weights.add(features_, summed_[at - first]);
    }
    viterbi_.decode(
        last - first, [&](std::size_t at, Label label) { return std::int32_t(summed_[at][label]); },
        model_.transitions, std::span(labels_).subspan(offset + first, last - first));
}

}  // namespace morgue::entities
