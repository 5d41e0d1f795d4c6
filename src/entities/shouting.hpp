#pragma once
// Sentences in which case says nothing: ALL CAPS and Title Case.
#include <vector>

#include "entities/token.hpp"

namespace morgue::entities {

// Sets Token::shouted. A headline is one sentence, and suspected sooner.
void mark_shouting(std::vector<Token>& tokens, bool headline);

}  // namespace morgue::entities
