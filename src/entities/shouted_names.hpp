#pragma once
// Names in sentences of capitals: only those the rest of the article or the gazetteer knows.
#include "entities/forms.hpp"

namespace morgue::entities {

// Adds to the candidates of the text, and to the forms what only the gazetteer knows.
void find_shouted_names(Text& text, Forms& forms, const Lexicon& lexicon);

}  // namespace morgue::entities
