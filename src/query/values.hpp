#pragma once
// Reading what stands after NAME: for fields that are not text: values, dates, numbers, has:.
#include <chrono>
#include <string_view>
#include <utility>

#include "query/ast.hpp"

namespace morgue::query {

// The leaf, or what is wrong with the value; both where the value could be mended.
std::pair<std::optional<Expr>, std::optional<Problem>> read_value(Field::Id field,
                                                                  std::string_view text,
                                                                  std::chrono::sys_seconds now);

// "did you mean headline: ?" for a name that is no field; empty when none is near.
std::string nearest_field(std::string_view name);

}  // namespace morgue::query
