#include "story/shingles.hpp"

#include <algorithm>

namespace morgue::story {

ShingleSet shingle_set(std::span<const std::uint32_t> words) {
    ShingleSet out;
    if (words.size() < shingle_words) return out;
    out.reserve(words.size() - shingle_words + 1);
    Shingler shingler;
    for (const std::uint32_t word : words)
        if (shingler.add(word)) out.push_back(shingler.fingerprint());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace morgue::story
