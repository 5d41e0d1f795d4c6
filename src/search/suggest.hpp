#pragma once
// What can be said of a query that found nothing: what may have been meant, and which of its parts
// is to blame.
#include <functional>
#include <morgue/search.hpp>

#include "index/snapshot.hpp"
#include "query/ast.hpp"

namespace morgue::search {

using Finds = std::function<bool(const query::Expr&)>;         // whether it finds any article
using Count = std::function<std::size_t(const query::Expr&)>;  // how many it finds

// The query with those words and names changed to ones of the archive that no article has; empty if
// nothing near is found.
std::string respelt(const std::string& query, const query::Expr& expr,
                    const index::Snapshot& snapshot, const Finds& finds);

// Each part of which all are needed, and what it finds alone; nothing if there is one part only.
std::vector<QueryPart> parts_of(const query::Expr& expr, const Count& count);

}  // namespace morgue::search
