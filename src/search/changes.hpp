#pragma once
// What has changed in the articles that a query finds.
#include <functional>
#include <morgue/revision.hpp>
#include <morgue/search.hpp>

#include "index/snapshot.hpp"
#include "store/articles.hpp"

namespace morgue::search {

// The latest change first; `visit` returns false to stop. Returns how many there are.
std::size_t each_change(std::chrono::sys_seconds since, const SearchRequest& request,
                        const index::Snapshot& snapshot, store::ArticleStore& store,
                        const std::function<bool(const Change&)>& visit);

}  // namespace morgue::search
