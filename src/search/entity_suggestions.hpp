#pragma once
// Which names of an archive may be one.
#include <morgue/entities.hpp>

#include "index/snapshot.hpp"

namespace morgue::search {

std::vector<EntitySuggestion> suggestions(const index::Snapshot& snapshot);

}  // namespace morgue::search
