#pragma once
// By what articles are found to be alike. The hits themselves are printed as those of a search.
#include <morgue/explore/similar.hpp>

#include "render/grid.hpp"

namespace morgue::render {

Grid grid_of(const std::vector<Similar::Term>& terms);
void json_terms(std::string& to, const std::vector<Similar::Term>& terms);

}  // namespace morgue::render
