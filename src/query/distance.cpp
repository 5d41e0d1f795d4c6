// NEAR, ADJ, W/S and the like: reading them, and what they may stand between.
#include <algorithm>

#include "query/parser.hpp"

namespace morgue::query {

namespace {

constexpr unsigned default_distance = 10;  // of a bare NEAR or ADJ, as in Xapian

// The parts of a group that must all be near: (oil gas) W/5 cap is oil W/5 cap and gas W/5 cap.
std::vector<Expr> parts(Expr expr) {
    if (auto* all = std::get_if<All>(&expr.node)) return std::move(all->of);
    std::vector<Expr> out;
    out.push_back(std::move(expr));
    return out;
}

bool can_be_near(const Expr& expr, bool alone) {
    const auto* all = std::get_if<All>(&expr.node);
    return all ? !alone && std::all_of(all->of.begin(), all->of.end(), is_place) : is_place(expr);
}

}  // namespace

// NEAR/5, or NOT before it, which `negated` tells of.
std::optional<Token> Parser::distance_operator(bool& negated) {
    negated = token_.kind == Kind::op_not;
    if (negated) {
        Lexer ahead = lexer_;
        if (ahead.next().kind != Kind::op_near) return std::nullopt;
        advance();
    }
    if (token_.kind != Kind::op_near) return std::nullopt;
    return token_;
}

Parser::Maybe Parser::proximity(InField field) {
    Maybe left = operand(field);
    for (std::size_t chain = 0; left; ++chain) {
        bool negated = false;
        const auto op = distance_operator(negated);
        if (!op) break;
        if (chain >= max_depth) refuse_depth();
        take_operator(false);
        Maybe right = operand(field);
        if (!right) break;
        left = near(*op, negated, std::move(*left), std::move(*right));
    }
    return left;
}

Near Parser::near_of(const Token& op, bool negated) {
    Near near;
    near.unit = op.unit;
    near.ordered = op.ordered;
    near.negated = negated;
    if (near.unit == Near::Unit::words)
        near.distance = checked_distance(op, op.number.value_or(default_distance));
    return near;
}

Expr Parser::near(const Token& op, bool negated, Expr left, Expr right) {
    if (!can_be_near(left, false) || !can_be_near(right, negated)) {
        note("near-operand",
             std::string(op.text) + " stands between words, phrases and groups of such", op.begin,
             op.end,
             negated ? "its right side is left out"
                     : "both sides are required here, at any distance");
        if (negated) return left;
        std::vector<Expr> both;
        both.push_back(std::move(left));
        both.push_back(std::move(right));
        return wrap(std::move(both), false);
    }
    const Near shape = near_of(op, negated);
    const std::vector<Expr> lefts = parts(std::move(left)), rights = parts(std::move(right));
    std::vector<Expr> all;
    for (const Expr& a : lefts) {
        for (const Expr& b : rights) {
            if (lefts.size() + rights.size() > 2) count_leaves(size(a) + size(b));  // copies
            Near each = shape;
            each.of = {a, b};
            all.push_back({std::move(each)});
        }
    }
    return wrap(std::move(all), false);
}

unsigned Parser::checked_distance(const Token& token, unsigned distance) {
    if (distance >= 1 && distance <= max_distance) return distance;
    note("distance-out-of-range", "distances run from 1 to " + std::to_string(max_distance),
         token.begin, token.end);
    return std::clamp(distance, 1u, max_distance);
}

}  // namespace morgue::query
