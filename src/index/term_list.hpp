#pragma once
// The terms of an article, straight from the index.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "index/snapshot.hpp"

namespace morgue::index {

struct ListedTerm {
    std::string term;         // as it is spelt in the index: terms.hpp
    std::uint32_t count = 0;  // within-document frequency; words of the headline count twice
};

// In the order of the terms, those that begin with `prefix`; empty where there is no such article.
std::vector<ListedTerm> terms_of(const Snapshot& snapshot, Seq seq, std::string_view prefix = {});

}  // namespace morgue::index
