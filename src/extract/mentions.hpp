#pragma once
// Keeping given mentions true when the text they point into is tidied.
#include <morgue/article.hpp>
#include <string_view>

namespace morgue::extract {

// Moves the mentions in the field from where they stood in `before` to where the same characters
// stand in `after`, which differs by white space and control characters only. Mentions that point
// nowhere are dropped, and the article gets a Problem.
void move_mentions(Article& article, Mention::Where where, std::string_view before,
                   std::string_view after);

}  // namespace morgue::extract
