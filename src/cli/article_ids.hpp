#pragma once
// Articles by the ids that a person types.
#include <morgue/article.hpp>
#include <string>

#include "cli/console.hpp"

namespace morgue::cli {

// Throws Error usage for what is no number above 0.
ArticleId read_id(const std::string& typed);

// Says that there is no such article; returns the exit code for it.
int tell_unknown(ArticleId id, Console& console);

}  // namespace morgue::cli
