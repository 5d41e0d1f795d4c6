#pragma once
// Counting words, and phrases of two or three, in many texts.
#include <array>
#include <functional>
#include <unordered_map>

#include "explore/hits.hpp"
#include "explore/words.hpp"
#include "store/texts.hpp"

namespace morgue::explore {

// The numbers of its words; unused places hold `no_word`.
using Phrase = std::array<std::uint32_t, 3>;

struct PhraseHash {
    std::size_t operator()(const Phrase& phrase) const {
        std::uint64_t hash = 0;
        for (const std::uint32_t word : phrase) hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        return hash ^ hash >> 32;
    }
};

struct PhraseCount {
    std::uint64_t words = 0, articles = 0;
    index::Seq last = 0;  // the article it was counted in last
};
using PhraseCounts = std::unordered_map<Phrase, PhraseCount, PhraseHash>;

struct TextTotals {
    std::uint64_t articles = 0;  // with running text
    std::uint64_t phrases = 0;   // of the length that was counted
};

// Articles by seq, as Hits::each gives them.
using EachSeq = std::function<void(const std::function<void(index::Seq)>&)>;

// Counts the phrases of `length` words within sentences for which `wanted` is true. It is asked
// once for each place; the numbers are those of `numbers`, into which new words are put if `learn`.
struct PhraseReading {
    std::size_t length = 1;
    bool learn = true;
    std::function<bool(const Phrase&)> wanted;
};
TextTotals count_phrases(const Context& context, const EachSeq& each, const PhraseReading& reading,
                         WordNumbers& numbers, PhraseCounts& counts);

}  // namespace morgue::explore
