#pragma once
// What an archive holds of each source, printed.
#include <morgue/explore/coverage.hpp>

#include "render/grid.hpp"

namespace morgue::render {

// Sparklines show the last periods, as many as fit; a dot is a period without an article.
void text_coverage(std::string& to, const Coverage& coverage, const SearchRequest& search,
                   const Style& style, std::size_t limit);
// The column of what is counted is named for it: articles, stories, words.
void csv_coverage(std::string& to, const Coverage& coverage, const SearchRequest& search,
                  const Style& style);
void csv_coverage_periods(std::string& to, const Coverage& coverage, const SearchRequest& search,
                          const Style& style);
void json_coverage(std::string& to, const Coverage& coverage, const SearchRequest& search);

}  // namespace morgue::render
