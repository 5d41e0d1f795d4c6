#pragma once
// What an archive knows of one entity.
#include <morgue/entities.hpp>

#include "index/match.hpp"
#include "index/snapshot.hpp"
#include "store/articles.hpp"

namespace morgue::search {

std::vector<EntityCount> entities_named(std::string_view name, const index::Snapshot& snapshot);

EntityProfile profile(Entity::Kind kind, const std::string& name, const index::Snapshot& snapshot,
                      store::ArticleStore& store);

}  // namespace morgue::search
