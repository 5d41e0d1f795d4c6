#pragma once
// What tells one version from another, read of many one after the other.
#include <morgue/article.hpp>
#include <optional>
#include <string>

#include "core/hash.hpp"
#include "store/articles.hpp"
#include "store/database.hpp"

namespace morgue::store {

struct Outline {
    ArticleId id = 0;
    core::Hash hash{};  // of the whole record but its place
    std::string source;
    std::optional<Date> published;
};

class OutlineReader {
public:
    explicit OutlineReader(Database& database);

    std::optional<Outline> at(Seq seq);

private:
    Statement row_;
};

}  // namespace morgue::store
