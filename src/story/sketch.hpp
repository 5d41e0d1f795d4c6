#pragma once
// What is kept of a text to find its copies among a million others: a fingerprint of all its words,
// for copies that are exact, and the least fingerprints of its shingles, of which texts that
// overlap share some (Broder's MIN_s; its part below a common bound is a fair sample of both sets).
#include <cstddef>
#include <cstdint>
#include <vector>

#include "story/shingles.hpp"

namespace morgue::story {

inline constexpr std::size_t sketch_keys = 48;

struct Sketch {
    std::uint64_t text = 0;           // of the words in their order; 0: there are none
    std::uint32_t shingles = 0;       // in the text
    std::vector<std::uint32_t> keys;  // ascending, no two alike, at most sketch_keys

    // Keys up to here are all there are in the text.
    std::uint32_t reach() const { return keys.size() < sketch_keys ? UINT32_MAX : keys.back(); }

    bool operator==(const Sketch&) const = default;
};

// Makes sketches, one after another: heading() and text() take the hashes of words in their order.
// The heading counts only where the text is too short to say anything.
class Sketcher {
public:
    void heading(std::uint32_t word) { heading_ = spread(heading_ ^ word); }

    void text(std::uint32_t word) {
        text_ = spread(text_ ^ word) + 1;
        if (!shingler_.add(word)) return;
        const auto key = std::uint32_t(shingler_.fingerprint() >> 32);
        if (keys_.size() < sketch_keys || key < keys_.back()) keep(key);
    }

    // What was taken in; the next text begins.
    Sketch finish();

private:
    void keep(std::uint32_t key);

    Shingler shingler_;
    std::uint64_t heading_ = 0, text_ = 0;
    std::vector<std::uint32_t> keys_;  // ascending
};

// The overlap (containment) of two texts as their sketches show it: `shared` keys, of texts with so
// many shingles and of such reach.
double estimated_containment(std::size_t shared, std::uint32_t shingles_a, std::uint32_t reach_a,
                             std::uint32_t shingles_b, std::uint32_t reach_b);

}  // namespace morgue::story
