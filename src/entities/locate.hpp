#pragma once
// Where in the world an article's places are.
#include <morgue/article.hpp>

#include "entities/atlas.hpp"

namespace morgue::entities {

// Sets country and region of the article's places; those that are unknown, or may as well be
// elsewhere, stay without. Depends on nothing but the article and the atlas.
void locate(Article& article, const Atlas& atlas = built_in_atlas());

}  // namespace morgue::entities
