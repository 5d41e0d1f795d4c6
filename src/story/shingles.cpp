#include "story/shingles.hpp"

#include <algorithm>
#include <boost/sort/pdqsort/pdqsort.hpp>

namespace morgue::story {

ShingleSet shingle_set(std::span<const std::uint32_t> words) {
    ShingleSet out;
    if (words.size() < shingle_words) return out;
    out.reserve(words.size() - shingle_words + 1);
    Shingler shingler;
    for (const std::uint32_t word : words)
        if (shingler.add(word)) out.push_back(shingler.fingerprint());
    boost::sort::pdqsort_branchless(out.begin(), out.end());  // in no order that could be guessed
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace morgue::story
