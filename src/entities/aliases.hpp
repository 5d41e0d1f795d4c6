#pragma once
// Which names of an article stand for the same: a surname for the fuller person, an acronym or a
// name without its "Corp" for the organisation.
#include "entities/forms.hpp"

namespace morgue::entities {

// Sets Forms::aliases and Form::same_as, and the kind of what is only a name because a fuller one
// is there.
void link_aliases(Forms& forms);

}  // namespace morgue::entities
