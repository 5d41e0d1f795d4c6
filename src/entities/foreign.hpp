#pragma once
// Names in a language the model has not learnt: only places of the gazetteer, and people behind a
// title. Capitals mean something else there, so nothing is guessed.
#include "entities/names.hpp"

namespace morgue::entities {

// The document's context must have been read into it.
std::vector<Name> foreign_names(const Document& document);

}  // namespace morgue::entities
