#pragma once
// The whole archive as the corpus that something is compared with.
#include "explore/context.hpp"
#include "index/word_counts.hpp"

namespace morgue::explore {

// The words of all running texts.
std::uint64_t all_words(const index::WordCounts& counts, const Context& context);

}  // namespace morgue::explore
