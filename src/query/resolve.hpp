#pragma once
// Putting saved queries in the place of saved:NAME.
#include <functional>

#include "query/parse.hpp"

namespace morgue::query {

// The text of the saved query of that name; nothing if there is none.
using Resolver = std::function<std::optional<std::string>(const std::string& name)>;

// The tree with every Saved replaced, also those inside saved queries. One that is unknown, or that
// would contain itself, is left out and noted. Throws Error::Kind::query when the whole has more
// than max_leaves nodes.
Expr resolve(Expr expr, const Resolver& resolver, const Options& options,
             std::vector<Problem>& problems);

}  // namespace morgue::query
