#pragma once
// The groups of copies by which hits collapse and facets count; read once for a snapshot.
#include <morgue/search.hpp>

#include "index/snapshot.hpp"
#include "store/articles.hpp"

namespace morgue::search {

// By which the request collapses: null where it does not. Who counts stories collapses them.
const index::Groups* groups(const SearchRequest& request, const index::Snapshot& snapshot,
                            store::ArticleStore& store);

// Null for Collapse::none.
const index::Groups* groups(SearchRequest::Collapse collapse, const index::Snapshot& snapshot,
                            store::ArticleStore& store);

// The versions whose story has from..to further copies, at least one.
std::vector<index::Seq> with_copies(std::uint64_t from, std::uint64_t to,
                                    store::ArticleStore& store);

}  // namespace morgue::search
