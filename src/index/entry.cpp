#include "index/entry.hpp"

#include <utility>

#include "index/term_hash.hpp"
#include "index/term_sort.hpp"

namespace morgue::index {

void Entry::sort_terms() {
    std::vector<KeyedTerm> keyed(terms.size());
    for (std::uint32_t i = 0; i < terms.size(); ++i) keyed[i] = {leading_bytes(text(terms[i])), i};
    index::sort_terms(keyed, [&](std::uint32_t number) { return text(terms[number]); });
    std::vector<Term> sorted(terms.size());
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        sorted[i] = terms[keyed[i].second];
        sorted[i].hash = hash_term(text(sorted[i]), keyed[i].first);
    }
    terms = std::move(sorted);
}

}  // namespace morgue::index
