#include "text/fuzzy.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace morgue::text {

Fuzzy::Fuzzy(std::string_view word, unsigned edits) : edits_(edits) {
    for (std::size_t at = 0; at < word.size();) word_ += decode(word, at);
    for (std::size_t i = 0; i <= word_.size(); ++i)
        first_.push_back(static_cast<unsigned char>(std::min<std::size_t>(i, 255)));
}

Fuzzy::Answer Fuzzy::ask(std::string_view candidate) {
    keep_common(candidate);
    std::size_t at = steps_.empty() ? 0 : steps_.back().end;
    while (at < candidate.size() && (steps_.empty() || steps_.back().alive)) {
        const char32_t letter = decode(candidate, at);
        step(letter, at, steps_.size());
    }
    last_.assign(candidate.substr(0, at));
    if (!steps_.empty() && !steps_.back().alive) return {false, steps_.back().end};
    const Row& row = steps_.empty() ? first_ : steps_.back().row;
    return {row.back() <= edits_, 0};
}

// Drops the steps that the candidate does not share with the one before.
void Fuzzy::keep_common(std::string_view candidate) {
    const auto differ =
        std::mismatch(last_.begin(), last_.end(), candidate.begin(), candidate.end()).first;
    const auto common = std::size_t(differ - last_.begin());
    while (!steps_.empty() && steps_.back().end > common) steps_.pop_back();
}

void Fuzzy::step(char32_t letter, std::size_t end, std::size_t depth) {
    const Row& above = depth ? steps_[depth - 1].row : first_;
    const Row* second = depth > 1 ? &steps_[depth - 2].row : depth == 1 ? &first_ : nullptr;
    Row row(word_.size() + 1);
    row[0] = static_cast<unsigned char>(std::min<std::size_t>(depth + 1, 255));
    unsigned least = row[0];
    for (std::size_t i = 1; i <= word_.size(); ++i) {
        unsigned best = std::min(
            {above[i] + 1u, row[i - 1] + 1u, above[i - 1] + unsigned(word_[i - 1] != letter)});
        if (second && i > 1 && letter == word_[i - 2] && steps_[depth - 1].letter == word_[i - 1])
            best = std::min(best, (*second)[i - 2] + 1u);
        row[i] = static_cast<unsigned char>(std::min(best, 255u));
        least = std::min<unsigned>(least, row[i]);
    }
    // a swap may still reach back to the row above
    const unsigned least_above = *std::min_element(above.begin(), above.end());
    const bool alive = least <= edits_ || least_above + 1 <= edits_;
    steps_.push_back({letter, end, std::move(row), alive});
}

}  // namespace morgue::text
