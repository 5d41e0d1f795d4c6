#pragma once
// The whole archive as the corpus that something is compared with.
#include "explore/hits.hpp"
#include "index/word_counts.hpp"

namespace morgue::explore {

// The request as it is when texts are counted so: whoever counts stories lets them collapse.
SearchRequest counting(const SearchRequest& request, SearchRequest::Count count);

// The copies of the archive that count neither among the hits nor beside them; sorted.
std::vector<index::Seq> copies_left_out(const SearchRequest& request, const Hits& hits,
                                        const Context& context);

// The words of all running texts.
std::uint64_t all_words(const index::WordCounts& counts, const Context& context);

}  // namespace morgue::explore
