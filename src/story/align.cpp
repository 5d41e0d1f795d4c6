#include "story/align.hpp"

#include <algorithm>
#include <unordered_map>

namespace morgue::story {

namespace {

using Sequence = std::span<const std::uint32_t>;

constexpr int deepest = 32;  // beyond, what is left has nothing in common

class Patience {
public:
    Patience(Sequence a, Sequence b) : a_(a), b_(b) {}

    Pairs run() {
        align(0, a_.size(), 0, b_.size(), 0);
        return std::move(pairs_);
    }

private:
    void align(std::size_t a, std::size_t a_end, std::size_t b, std::size_t b_end, int depth) {
        for (; a < a_end && b < b_end && a_[a] == b_[b]; ++a, ++b) pairs_.emplace_back(a, b);
        std::size_t tail = 0;
        while (a < a_end && b < b_end && a_[a_end - 1] == b_[b_end - 1]) --a_end, --b_end, ++tail;
        if (a < a_end && b < b_end && depth < deepest) between(a, a_end, b, b_end, depth);
        for (std::size_t i = 0; i < tail; ++i) pairs_.emplace_back(a_end + i, b_end + i);
    }

    void between(std::size_t a, std::size_t a_end, std::size_t b, std::size_t b_end, int depth) {
        const Pairs anchors = chain(unique_pairs(a, a_end, b, b_end));
        if (anchors.empty()) return;
        for (const auto& [x, y] : anchors) {
            align(a, x, b, y, depth + 1);
            pairs_.emplace_back(x, y);
            a = x + 1;
            b = y + 1;
        }
        align(a, a_end, b, b_end, depth + 1);
    }

    // Elements that occur once in both ranges; by their place in the first.
    Pairs unique_pairs(std::size_t a, std::size_t a_end, std::size_t b, std::size_t b_end) const {
        struct Seen {
            std::uint32_t in_a = 0, in_b = 0;
            std::size_t at_b = 0;
        };
        std::unordered_map<std::uint32_t, Seen> seen;
        for (std::size_t i = a; i < a_end; ++i) ++seen[a_[i]].in_a;
        for (std::size_t j = b; j < b_end; ++j) {
            Seen& each = seen[b_[j]];
            ++each.in_b;
            each.at_b = j;
        }
        Pairs out;
        for (std::size_t i = a; i < a_end; ++i)
            if (const Seen& each = seen[a_[i]]; each.in_a == 1 && each.in_b == 1)
                out.emplace_back(i, each.at_b);
        return out;
    }

    // The longest chain that ascends in the second place, too.
    static Pairs chain(const Pairs& pairs) {
        std::vector<std::size_t> tops, before(pairs.size());  // of the piles; indices of pairs
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto pile = std::lower_bound(
                tops.begin(), tops.end(), i,
                [&](std::size_t x, std::size_t y) { return pairs[x].second < pairs[y].second; });
            before[i] = pile == tops.begin() ? pairs.size() : *(pile - 1);
            if (pile == tops.end())
                tops.push_back(i);
            else
                *pile = i;
        }
        Pairs out;
        for (std::size_t i = tops.empty() ? pairs.size() : tops.back(); i < pairs.size();
             i = before[i])
            out.push_back(pairs[i]);
        std::reverse(out.begin(), out.end());
        return out;
    }

    Sequence a_, b_;
    Pairs pairs_;
};

}  // namespace

Pairs align_by_patience(Sequence a, Sequence b) {
    return Patience(a, b).run();
}

Pairs longest_common(Sequence a, Sequence b) {
    return align_alike(a.size(), b.size(), 1,
                       [&](std::size_t i, std::size_t j) { return a[i] == b[j] ? 1.0 : 0.0; });
}

}  // namespace morgue::story
