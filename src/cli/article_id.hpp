#pragma once
// Ids of articles, as they are typed.
#include <morgue/article.hpp>
#include <string>

namespace morgue::cli {

// Throws Error usage.
ArticleId read_article_id(const std::string& typed);

}  // namespace morgue::cli
