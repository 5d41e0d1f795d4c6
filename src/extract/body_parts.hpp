#pragma once
// What stands in a body that is no text: the byline and dateline at its head, the rights at its
// end.
#include <morgue/article.hpp>

#include "extract/ladder.hpp"

namespace morgue::extract {

// Takes them out of the body into the empty fields of the article. Once is enough, twice harmless.
void take_body_parts(Article& article, Origins* origins = nullptr);

}  // namespace morgue::extract
