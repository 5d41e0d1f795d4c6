#pragma once
// Every article a query finds, one after the other by seq, in constant memory.
#include <functional>

#include "index/compile.hpp"
#include "index/snapshot.hpp"

namespace morgue::index {

// The living versions beyond `after` that the query finds, ascending; `visit` returns false to
// stop.
void each_match(const Snapshot& snapshot, const Compiled& compiled, Seq after,
                const std::function<bool(Seq)>& visit);

}  // namespace morgue::index
