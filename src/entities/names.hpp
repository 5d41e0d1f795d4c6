#pragma once
// The names that labels mark in a document, and the repairs that rules make to them.
#include "entities/document.hpp"
#include "entities/forms.hpp"

namespace morgue::entities {

struct Name {
    Entity::Kind kind = Entity::Kind::person;
    std::uint32_t first = 0, last = 0;  // tokens, end exclusive
};

// By position, not overlapping.
std::vector<Name> names_of(std::span<const Label> labels);

// Puts right what a model that looks at a few words cannot know: nicknames in quotation marks,
// loose ends, peoples and days, institutions named by their buildings, credits of agencies.
void repair(const Document& document, std::vector<Name>& names);

}  // namespace morgue::entities
