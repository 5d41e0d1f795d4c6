#include "index/entry.hpp"

#include <utility>

namespace morgue::index {

namespace {

std::uint32_t hash_of(std::string_view text) {
    std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15u;
    for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(text.size(), 8))) {
        hash = (hash ^ leading_bytes(text)) * 0xFF51AFD7ED558CCDu;
        hash ^= hash >> 29;
    }
    return std::uint32_t(hash ^ (hash >> 32));
}

}  // namespace

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
        sorted[i].hash = hash_of(text(sorted[i]));
    }
    terms = std::move(sorted);
}

}  // namespace morgue::index
