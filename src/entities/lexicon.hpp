#pragma once
// What is known of words beforehand: gazetteers, and clusters of words of like meaning.
#include <cstdint>
#include <span>
#include <string_view>

#include "entities/hash_table.hpp"
#include "entities/traits.hpp"

namespace morgue::entities {

// The hash by which the gazetteer knows a word: accents, case, dots and kinds of apostrophe aside.
std::uint64_t folded_hash(std::string_view word);

// A word's place among all words: three clusters, fine to coarse, and the binary logarithm of its
// rank by frequency; all 0 where it is unknown.
struct Meaning {
    std::uint16_t fine = 0;
    std::uint8_t middle = 0, coarse = 0, rank = 0;
    bool known() const { return rank != 0; }
};

// How the model file keeps a meaning: 11 bits of the fine cluster, 5 of the rank.
constexpr std::uint16_t pack_meaning(std::uint32_t fine, std::uint32_t rank) {
    return std::uint16_t(fine << 5 | rank);
}

// A view into a model, which must outlive it.
class Lexicon {
public:
    // The coarser clusters of a fine one.
    struct Wider {
        std::uint8_t middle = 0, coarse = 0;
    };

    Lexicon(HashTable<Traits> gazetteer, HashTable<std::uint16_t> meanings,
            std::span<const Wider> wider)
        : gazetteer_(gazetteer), meanings_(meanings), wider_(wider) {}

    // Of a word by its folded_hash, of a phrase by those of its words extended to one.
    Traits word(std::uint64_t hash) const { return gazetteer_.find(hash); }

    // By the hash_bytes of a word in lower case.
    Meaning meaning(std::uint64_t lower) const {
        const std::uint16_t packed = meanings_.find(lower);
        if (packed == 0) return {};
        const std::uint16_t fine = packed >> 5;
        return {std::uint16_t(fine + 1), wider_[fine].middle, wider_[fine].coarse,
                std::uint8_t(packed & 31)};
    }

private:
    HashTable<Traits> gazetteer_;
    HashTable<std::uint16_t> meanings_;
    std::span<const Wider> wider_;
};

}  // namespace morgue::entities
