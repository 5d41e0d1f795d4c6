#pragma once
// Conditions that every query of a snapshot is put under.
#include <xapian.h>
#include <optional>

#include "index/moment.hpp"
#include "index/snapshot.hpp"

namespace morgue::index {

// Of the current versions, or of those of a moment.
Xapian::Query living(const Snapshot& snapshot, const Xapian::Query& query,
                     const std::optional<Moment>& as_of);

// Only versions beyond `after`; 0: all.
Xapian::Query newer(const Xapian::Query& query, Seq after);

}  // namespace morgue::index
