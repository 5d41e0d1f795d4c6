#pragma once
// An entity by the names it has in an index, after corrections.
#include <morgue/search.hpp>
#include <string>
#include <vector>

#include "index/compile.hpp"
#include "index/snapshot.hpp"

namespace morgue::index {

struct EntityNames {
    Entity::Kind kind;
    std::vector<entities::Corrections::Named> recognised;  // whole names that are it
    std::string key;                                       // of the name it has now
};

// By any of its names; a name that was killed or is of another kind has none.
EntityNames names_of(Entity::Kind kind, const std::string& name,
                     const entities::Corrections& corrections);

// The articles that name it, unranked.
Compiled named(const EntityNames& names);

// How it is spelt, and in how many articles each.
std::vector<Facet::Bucket> spellings(const Snapshot& snapshot, const EntityNames& names);

}  // namespace morgue::index
