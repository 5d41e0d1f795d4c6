#include "index/entry.hpp"

#include <algorithm>
#include <utility>

#include "index/term_hash.hpp"

namespace morgue::index {

void Entry::sort_terms() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed(terms.size());
    for (std::uint32_t i = 0; i < terms.size(); ++i) keyed[i] = {leading_bytes(text(terms[i])), i};
    std::sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first
                                  : text(terms[a.second]) < text(terms[b.second]);
    });
    std::vector<Term> sorted(terms.size());
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        sorted[i] = terms[keyed[i].second];
        sorted[i].hash = hash_term(text(sorted[i]), keyed[i].first);
    }
    terms = std::move(sorted);
}

}  // namespace morgue::index
