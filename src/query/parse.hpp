#pragma once
// Text -> tree and tree -> text. Parsing never fails on a query within the limits: what cannot be
// understood is read as plain words and noted in Parsed::problems.
#include <chrono>
#include <string>
#include <string_view>

#include "query/ast.hpp"

namespace morgue::query {

// Limits; beyond them parse() throws Error::Kind::query.
inline constexpr std::size_t max_bytes = 64 * 1024;
inline constexpr std::size_t max_leaves = 4096;
inline constexpr std::size_t max_depth = 200;
inline constexpr unsigned max_distance = 500;  // of NEAR, ADJ and "..."~n; less than a field gap

struct Options {
    bool any = false;                // words side by side: alternatives instead of all required
    std::chrono::sys_seconds now{};  // that date:-7d.. and date:yesterday count from
};

Parsed parse(std::string_view text, const Options& options = {});

// The query in its normal form, every group in parentheses, e.g. (oil OR headline:gas) AND NOT
// opec: parse(print(e)) == e.
std::string print(const Expr& expr);

}  // namespace morgue::query
