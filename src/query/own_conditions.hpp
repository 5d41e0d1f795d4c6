#pragma once
// A facet as one that many values may be chosen of: counted as if none had been.
#include "query/ast.hpp"

namespace morgue::query {

// The query without those of its conditions that are about the values of this field and nothing
// else: of all that must hold, field:VALUE, alternatives of such, and their negations.
Expr without_conditions_on(Field::Id field, const Expr& expr);

}  // namespace morgue::query
