#pragma once
// Stretches in which something is more frequent than elsewhere: Kleinberg, "Bursty and Hierarchical
// Structure in Streams" (KDD 2002), section 4: an automaton whose two states let a document be
// relevant with the overall share or with twice that, and which pays to enter the second.
#include <morgue/explore/timeline.hpp>
#include <span>

namespace morgue::explore {

struct Batch {
    std::uint64_t relevant = 0, all = 0;
};

// In order. None where the overall share is a half or more: twice that is no share.
std::vector<Timeline::Burst> bursts(std::span<const Batch> batches);

}  // namespace morgue::explore
