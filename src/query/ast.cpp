#include "query/ast.hpp"

#include <algorithm>
#include <concepts>
#include <utility>

namespace morgue::query {

const std::vector<Expr>* operands(const Expr& expr) {
    return std::visit(
        [](const auto& node) -> const std::vector<Expr>* {
            if constexpr (requires {
                              { node.of } -> std::same_as<const std::vector<Expr>&>;
                          })
                return &node.of;
            else
                return nullptr;
        },
        expr.node);
}

std::vector<Expr>* operands(Expr& expr) {
    return const_cast<std::vector<Expr>*>(operands(std::as_const(expr)));
}

std::size_t size(const Expr& expr) {
    std::size_t total = 1;
    if (const auto* of = operands(expr))
        for (const Expr& each : *of) total += size(each);
    return total;
}

bool is_place(const Expr& expr) {
    const auto of_places = [&] {
        const auto* of = operands(expr);
        return std::all_of(of->begin(), of->end(), is_place);
    };
    return std::visit(
        overload{[](const Word&) { return true; }, [](const Phrase&) { return true; },
                 [](const Wildcard&) { return true; }, [](const Fuzzy&) { return true; },
                 [&](const Near&) { return of_places(); },
                 [&](const Cased&) { return of_places(); },
                 [&](const First&) { return of_places(); }, [&](const Any&) { return of_places(); },
                 [](const auto&) { return false; }},
        expr.node);
}

}  // namespace morgue::query
