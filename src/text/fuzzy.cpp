#include "text/fuzzy.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace morgue::text {

Fuzzy::Fuzzy(std::string_view word, unsigned edits) : edits_(edits) {
    for (std::size_t at = 0; at < word.size();) word_ += decode(word, at);
    for (std::size_t i = 0; i <= word_.size(); ++i)
        first_.push_back(static_cast<unsigned char>(std::min<std::size_t>(i, 255)));
    letters_ = word_;
    std::sort(letters_.begin(), letters_.end());
    letters_.erase(std::unique(letters_.begin(), letters_.end()), letters_.end());
}

Fuzzy::Answer Fuzzy::ask(std::string_view candidate) {
    keep_common(candidate);
    std::size_t at = steps_.empty() ? 0 : steps_.back().end;
    while (at < candidate.size() && (steps_.empty() || steps_.back().alive)) {
        const char32_t letter = decode(candidate, at);
        steps_.push_back(step(letter, at, steps_.size()));
    }
    last_.assign(candidate.substr(0, at));
    if (!steps_.empty() && !steps_.back().alive) return {false, steps_.back().end};
    const Row& row = steps_.empty() ? first_ : steps_.back().row;
    return {row.back() <= edits_, 0};
}

std::string Fuzzy::next() const {
    for (std::size_t depth = steps_.size(); depth-- > 0;) {
        const auto letter = next_letter(depth);
        if (!letter) continue;
        std::string out = last_.substr(0, depth ? steps_[depth - 1].end : 0);
        append(out, *letter);
        return out;
    }
    return {};
}

// The least letter beyond the one at this depth with which a word may be near.
std::optional<char32_t> Fuzzy::next_letter(std::size_t depth) const {
    constexpr char32_t last = 0x10FFFF;
    const char32_t dead = steps_[depth].letter;
    const Row& above = depth ? steps_[depth - 1].row : first_;
    if (*std::min_element(above.begin(), above.end()) < edits_) {
        if (dead < last) return dead + 1;  // whichever letter it is
        return std::nullopt;
    }
    for (auto at = std::upper_bound(letters_.begin(), letters_.end(), dead); at != letters_.end();
         ++at)
        if (step(*at, 0, depth).alive) return *at;
    return std::nullopt;
}

// Drops the steps that the candidate does not share with the one before.
void Fuzzy::keep_common(std::string_view candidate) {
    const auto differ =
        std::mismatch(last_.begin(), last_.end(), candidate.begin(), candidate.end()).first;
    const auto common = std::size_t(differ - last_.begin());
    while (!steps_.empty() && steps_.back().end > common) steps_.pop_back();
}

Fuzzy::Step Fuzzy::step(char32_t letter, std::size_t end, std::size_t depth) const {
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
    const bool alive = least <= edits_ || may_be_swapped(letter, above);
    return {letter, end, std::move(row), alive};
}

// Whether the letter may stand before its time, to be followed by the one that it was swapped with.
bool Fuzzy::may_be_swapped(char32_t letter, const Row& above) const {
    for (std::size_t i = 0; i + 1 < word_.size(); ++i)
        if (word_[i + 1] == letter && above[i] < edits_) return true;
    return false;
}

}  // namespace morgue::text
