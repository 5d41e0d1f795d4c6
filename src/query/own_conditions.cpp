#include "query/own_conditions.hpp"

#include <algorithm>

namespace morgue::query {

namespace {

bool is_only_about(Field::Id field, const Expr& expr) {
    if (const auto* value = std::get_if<Value>(&expr.node)) return value->field == field;
    const bool combines = std::holds_alternative<Any>(expr.node) ||
                          std::holds_alternative<All>(expr.node) ||
                          std::holds_alternative<Not>(expr.node);
    const std::vector<Expr>* of = operands(expr);
    return combines &&
           std::ranges::all_of(*of, [&](const Expr& each) { return is_only_about(field, each); });
}

}  // namespace

Expr without_conditions_on(Field::Id field, const Expr& expr) {
    if (is_only_about(field, expr)) return {Everything{}};
    const auto* all = std::get_if<All>(&expr.node);
    if (!all) return expr;
    All left;
    for (const Expr& each : all->of)
        if (!is_only_about(field, each)) left.of.push_back(each);
    return left.of.size() == 1 ? left.of.front() : Expr{std::move(left)};
}

}  // namespace morgue::query
