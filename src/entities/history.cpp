#include "entities/history.hpp"

#include <algorithm>
#include <numeric>

namespace morgue::entities {

std::uint8_t history_of(const Forms::Form& form) {
    const unsigned total = std::accumulate(form.labelled.begin(), form.labelled.end(), 0u);
    if (total == 0) return 0;
    const auto most = std::ranges::max_element(form.labelled);
    const unsigned sure = *most == total ? 0 : *most * 2u > total ? 1 : 2;
    return std::uint8_t(1 + (most - form.labelled.begin()) * 6 + sure * 2 + (total > 2));
}

void recall(std::span<Token> sentence, const Forms& forms) {
    for (Token& token : sentence) {
        if (!token.word->capital) continue;
        const Forms::Form* form = forms.find(token.word->lower);
        token.history = form ? history_of(*form) : 0;
    }
}

void remember(std::span<const Token> sentence, std::span<const Label> found, Forms& forms,
              int times) {
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        if (!sentence[at].word->capital) continue;
        const std::size_t kind = found[at] == outside ? kinds : std::size_t(kind_of(found[at]));
        std::uint16_t& count = forms.at(sentence[at].word->lower).labelled[kind];
        count = std::uint16_t(std::clamp(count + times, 0, 60'000));
    }
}

}  // namespace morgue::entities
