#pragma once
// Query tree -> Xapian::Query.
#include <xapian.h>
#include <functional>
#include <string>
#include <vector>

#include "index/entry.hpp"
#include "index/stemmer.hpp"
#include "query/ast.hpp"

namespace morgue::index {

inline constexpr std::size_t max_expansion = 4096;  // words that one prefix may stand for

struct CompileOptions {
    std::vector<std::string> languages;  // whose stemmers read words
    bool question = false;               // words side by side are alternatives: see question.hpp

    // Articles by fields that only the article store can look up: id, guid, url, path.
    std::function<std::vector<Seq>(Field::Id, const std::string&)> look_up;
};

// What a query means to the index.
struct Compiled {
    Xapian::Query query;
    bool weighted = false;          // some part of it ranks
    std::vector<Problem> problems;  // e.g. a prefix that stands for too many words
};

// Throws Error::Kind::query when the whole expands beyond its limit.
Compiled compile(const query::Expr& expr, const Xapian::Database& database,
                 const CompileOptions& options);

}  // namespace morgue::index
