#pragma once
// What ends a company's name and may be left away: Norvik Timber Corp is Norvik Timber.
#include <algorithm>
#include <array>
#include <string_view>

#include "entities/hashing.hpp"

namespace morgue::entities {

inline constexpr std::array<std::string_view, 19> company_suffixes{
    "corp", "corporation", "inc",     "incorporated", "ltd", "limited", "plc",
    "llc",  "co",          "company", "gmbh",         "ag",  "sa",      "spa",
    "nv",   "ab",          "group",   "holdings",     "llp"};

// By the word in lower case; by its hash_bytes.
constexpr bool is_company_suffix(std::string_view word) {
    return std::ranges::find(company_suffixes, word) != company_suffixes.end();
}
constexpr bool is_company_suffix(std::uint64_t hash) {
    return std::ranges::any_of(company_suffixes,
                               [&](auto each) { return hash_bytes(each) == hash; });
}

}  // namespace morgue::entities
