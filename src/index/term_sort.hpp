#pragma once
// Sorting terms by their bytes: by the first eight as one number, without branches, and only those
// that begin alike by the rest.
#include <algorithm>
#include <boost/sort/pdqsort/pdqsort.hpp>
#include <cstdint>
#include <utility>
#include <vector>

namespace morgue::index {

// leading_bytes() of a term, and its number.
using KeyedTerm = std::pair<std::uint64_t, std::uint32_t>;

// `text`: number -> the term. No two terms are alike.
template <class Text>
void sort_terms(std::vector<KeyedTerm>& terms, Text text) {
    boost::sort::pdqsort_branchless(
        terms.begin(), terms.end(),
        [](const KeyedTerm& a, const KeyedTerm& b) { return a.first < b.first; });
    for (auto begin = terms.begin(); begin != terms.end();) {
        const auto end = std::find_if(begin + 1, terms.end(), [&](const KeyedTerm& term) {
            return term.first != begin->first;
        });
        if (end - begin > 1)
            std::sort(begin, end, [&](const KeyedTerm& a, const KeyedTerm& b) {
                return text(a.second) < text(b.second);
            });
        begin = end;
    }
}

}  // namespace morgue::index
