#pragma once
// Word -> stem, by the Snowball stemmer of a language; words are stemmed once and remembered.
#include <xapian.h>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::index {

// The language whose stemmer reads an article: "de" of "de-AT"; English where none is known.
std::string stem_language(std::string_view bcp47);

// Not shared between threads.
class Stemmer {
public:
    // A language without a stemmer leaves words as they are.
    explicit Stemmer(const std::string& language);

    // The stem of a folded word; valid until the next call.
    std::string_view operator()(std::string_view word);
    // Of a word whose leading_bytes() and hash_term() are known.
    std::string_view operator()(std::string_view word, std::uint64_t leading, std::uint32_t hash);

    // Looking a word up waits three times for memory: for its slot, what is known, the stem.
    // Whoever has many words fetches these ahead, one after the other, well before they are needed.
    void fetch_slot(std::uint32_t hash) const { __builtin_prefetch(&slots_[home(hash)]); }
    void fetch_known(std::uint32_t hash) const {
        if (const std::uint32_t number = slots_[home(hash)])
            __builtin_prefetch(&known_[number - 1]);
    }
    void fetch_stem(std::uint32_t hash) const {
        if (const std::uint32_t number = slots_[home(hash)])
            __builtin_prefetch(bytes_.data() + known_[number - 1].text);
    }

private:
    // A word and its stem, one after the other in bytes_.
    struct Known {
        std::uint64_t leading;
        std::uint32_t hash, text;
        std::uint8_t word, stem;  // bytes
    };

    static constexpr std::size_t most_remembered = 200'000;  // words, about 8 MB
    static constexpr std::size_t longest_remembered = 64;    // bytes

    std::size_t home(std::uint32_t hash) const { return hash & (slots_.size() - 1); }
    std::string_view learn(std::string_view word, std::uint64_t leading, std::uint32_t hash,
                           std::size_t slot);
    void grow();
    void forget();

    std::string stem(std::string_view word) const;
    std::string spelt(std::string_view word) const;

    Xapian::Stem stem_;
    std::string language_;
    std::vector<std::uint32_t> slots_;  // open addressing: number in known_ + 1; a power of two
    std::vector<Known> known_;
    std::string bytes_, last_;
};

}  // namespace morgue::index
