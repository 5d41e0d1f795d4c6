#pragma once
// A text as the set of its shingles: the runs of five words in it, each known by a fingerprint.
// Overlap of such sets is what makes two texts copies, as in A. Broder, "On the resemblance and
// containment of documents" (Compression and Complexity of Sequences, 1997).
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace morgue::story {

inline constexpr std::size_t shingle_words = 5;

// Spreads a number over all 64 bits (the finaliser of MurmurHash3, a bijection).
inline std::uint64_t spread(std::uint64_t number) {
    number ^= number >> 33;
    number *= 0xFF51AFD7ED558CCDu;
    number ^= number >> 33;
    number *= 0xC4CEB9FE1A85EC53u;
    return number ^ (number >> 33);
}

// Hash of a word in, fingerprint of the shingle that ends with it out: a rolling polynomial.
class Shingler {
public:
    void clear() { *this = {}; }

    // Whether a shingle ends here; it is fingerprint() then.
    bool add(std::uint32_t word) {
        std::uint32_t& oldest = last_[words_++ % shingle_words];
        sum_ = (sum_ - oldest * highest) * base + word;
        oldest = word;
        return words_ >= shingle_words;
    }
    std::uint64_t fingerprint() const { return spread(sum_); }
    std::uint64_t words() const { return words_; }

private:
    static constexpr std::uint64_t base = 0x9E3779B97F4A7C15u;
    static constexpr std::uint64_t highest = base * base * base * base;  // of the oldest word

    std::array<std::uint32_t, shingle_words> last_{};
    std::uint64_t sum_ = 0, words_ = 0;
};

// Ascending, no two alike.
using ShingleSet = std::vector<std::uint64_t>;

ShingleSet shingle_set(std::span<const std::uint32_t> words);

}  // namespace morgue::story
