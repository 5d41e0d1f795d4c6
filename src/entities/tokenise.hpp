#pragma once
// Cutting a text into words and marks, with sentence starts. Linear; cannot fail.
#include <string_view>
#include <vector>

#include "entities/token.hpp"

namespace morgue::entities {

class Lexicon;

// Possessive 's is a token of its own ("Maduro" "'s"), as are hyphens ("US" "-" "led"). Without a
// lexicon (when the lexicon itself is read) words have no traits.
std::vector<Token> tokenise(std::string_view text, const Lexicon* lexicon);

}  // namespace morgue::entities
