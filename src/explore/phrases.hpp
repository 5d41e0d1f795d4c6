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

// By phrase. Single words are by far the most, and found by their number.
class PhraseCounts {
public:
    PhraseCount& operator[](const Phrase& phrase) {
        if (phrase[1] != no_word) return phrases_[phrase];
        if (phrase[0] >= words_.size()) words_.resize(phrase[0] + 1);
        return words_[phrase[0]];
    }
    // Null if it was not counted.
    const PhraseCount* find(const Phrase& phrase) const {
        if (phrase[1] == no_word)
            return phrase[0] < words_.size() && words_[phrase[0]].words ? &words_[phrase[0]]
                                                                        : nullptr;
        const auto found = phrases_.find(phrase);
        return found == phrases_.end() ? nullptr : &found->second;
    }

    // f(Phrase, PhraseCount)
    template <class F>
    void each(F&& f) const {
        for (std::uint32_t i = 0; i < words_.size(); ++i)
            if (words_[i].words) f(Phrase{i, no_word, no_word}, words_[i]);
        for (const auto& [phrase, count] : phrases_) f(phrase, count);
    }
    template <class F>
    void erase_if(F&& f) {
        for (std::uint32_t i = 0; i < words_.size(); ++i)
            if (words_[i].words && f(Phrase{i, no_word, no_word}, words_[i])) words_[i] = {};
        std::erase_if(phrases_, [&](const auto& each) { return f(each.first, each.second); });
    }
    std::size_t size() const {
        std::size_t out = 0;
        each([&](const Phrase&, const PhraseCount&) { ++out; });
        return out;
    }

private:
    std::vector<PhraseCount> words_;
    std::unordered_map<Phrase, PhraseCount, PhraseHash> phrases_;
};

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
