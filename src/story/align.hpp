#pragma once
// Aligning two sequences: which elements of one are which of the other.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace morgue::story {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;  // ascending in both

// Equal elements that keep their order, by patience (B. Cohen): those at both ends, then those that
// occur once on either side, the longest such chain, and the same again between them. Not always
// the longest alignment, but one that people find right, in time n log n.
Pairs align_by_patience(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

// The longest one; in time |a| |b|.
Pairs longest_common(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

// Pairs of elements that are alike, in order, so that the sum of `likeness(i, j)` is greatest;
// those below `least` do not count. In time |a| |b|.
template <class F>
Pairs align_alike(std::size_t a, std::size_t b, double least, F&& likeness) {
    std::vector<double> like(a * b), best((a + 1) * (b + 1), 0.0);
    const auto at = [b](std::size_t i, std::size_t j) { return i * (b + 1) + j; };
    for (std::size_t i = a; i-- > 0;)
        for (std::size_t j = b; j-- > 0;) {
            const double found = likeness(i, j);
            like[i * b + j] = found >= least ? found : 0;
            best[at(i, j)] = std::max(
                {best[at(i + 1, j)], best[at(i, j + 1)], like[i * b + j] + best[at(i + 1, j + 1)]});
        }
    Pairs out;
    for (std::size_t i = 0, j = 0; i < a && j < b;) {
        if (like[i * b + j] > 0 && best[at(i, j)] == like[i * b + j] + best[at(i + 1, j + 1)])
            out.emplace_back(i++, j++);
        else if (best[at(i, j)] == best[at(i + 1, j)])
            ++i;
        else
            ++j;
    }
    return out;
}

}  // namespace morgue::story
