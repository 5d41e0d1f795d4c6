#pragma once
// How much two texts have in common, exactly, and from when on they tell one story.
#include <algorithm>
#include <cstddef>

#include "story/shingles.hpp"

namespace morgue::story {

struct Overlap {
    std::size_t common = 0, shorter = 0, longer = 0;  // shingles

    // |A and B| / |A or B|, 0 to 1.
    double resemblance() const {
        const std::size_t all = shorter + longer - common;
        return all ? double(common) / double(all) : 0;
    }
    // How much of the shorter text stands in the longer one, 0 to 1.
    double containment() const { return shorter ? double(common) / double(shorter) : 0; }
};

Overlap overlap(const ShingleSet& a, const ShingleSet& b);

// Below so many shingles nothing can be said of a text but that it is the same.
inline constexpr std::size_t least_shingles = 16;

// One word in twenty changed leaves .95^5 = .77 of all shingles; two edits of one text have .6.
inline constexpr double copy_containment = 0.6;
// What is cut keeps so much; less is a quotation, or a brief in a round-up.
inline constexpr double copy_ratio = 1.0 / 6;
// What two edits of one text have left at the least; texts that only share formulas have less.
inline constexpr double kin_containment = 0.4;

// Strong enough to bring two articles into one story.
inline bool is_copy(const Overlap& of) {
    return of.shorter >= least_shingles && double(of.shorter) >= copy_ratio * double(of.longer) &&
           of.containment() >= copy_containment;
}

// Enough for two articles that are copies of the same third one.
inline bool is_kin(const Overlap& of) {
    return of.shorter >= least_shingles && of.containment() >= kin_containment;
}

}  // namespace morgue::story
