#pragma once
// A word form and all that is known of it wherever it stands; computed once, then looked up.
#include <array>
#include <deque>
#include <string_view>
#include <vector>

#include "entities/lexicon.hpp"

namespace morgue::entities {

struct Word {
    std::uint64_t exact = 0, lower = 0, folded = 0;  // hashes; digits count as one digit in lower
    std::uint64_t shape = 0, long_shape = 0;         // Xx, XxxxxX
    std::array<std::uint64_t, 2> prefixes{};         // hashes of the first 2 and 3 characters
    std::array<std::uint64_t, 3> suffixes{};         // of the last 2, 3, 4
    Traits traits = 0;
    Meaning meaning;
    bool wordy = false;    // has a letter or digit
    bool capital = false;  // begins with a capital
    bool caps = false;     // two letters or more, all capitals
    bool has(Traits any) const { return (traits & any) != 0; }
};

Word describe(std::string_view form, const Lexicon& lexicon);

// Words by their form. Not shared between threads; what it returns stays until `trim` or its end.
class WordCache {
public:
    explicit WordCache(const Lexicon& lexicon);

    // What a form is looked up by.
    static std::uint64_t hash(std::string_view form);
    // Looking up waits for memory: whoever has many forms fetches them ahead.
    void fetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[home(hash)]); }
    const Word& find(std::string_view form, std::uint64_t hash);
    const Word& find(std::string_view form) { return find(form, hash(form)); }

    // Forgets everything if there is much of it.
    void trim();

private:
    struct Slot {
        std::uint64_t hash = 0;
        const Word* word = nullptr;
    };

    std::size_t home(std::uint64_t hash) const {
        return (hash ^ (hash >> 32)) & (slots_.size() - 1);
    }
    void grow();

    const Lexicon& lexicon_;
    std::vector<Slot> slots_;  // a power of two, at most half full
    std::deque<Word> words_;
};

}  // namespace morgue::entities
