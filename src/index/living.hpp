#pragma once
// Conditions that every query of a snapshot is put under.
#include <xapian.h>

#include "index/snapshot.hpp"

namespace morgue::index {

// Those versions (sorted) left out.
Xapian::Query without(const Xapian::Query& query, std::shared_ptr<const std::vector<Seq>> hidden);

// The versions left out that are no answer any more.
Xapian::Query living(const Snapshot& snapshot, const Xapian::Query& query);

// Only versions beyond `after`; 0: all.
Xapian::Query newer(const Xapian::Query& query, Seq after);

}  // namespace morgue::index
