#pragma once
// Reading a whole document before its sentences are labelled: how they are capitalised, the
// phrases the gazetteer knows, and the clues that mentions of one form give each other.
#include "entities/document.hpp"
#include "entities/forms.hpp"

namespace morgue::entities {

namespace clue {
inline constexpr Clues after_given_name = 1u << 0, after_title = 1u << 1;
inline constexpr Clues before_organisation_word = 1u << 2, after_in = 1u << 3;
inline constexpr Clues before_said = 1u << 4, ends_run = 1u << 5, begins_run = 1u << 6;
inline constexpr Clues after_the = 1u << 7, inside_sentence = 1u << 8;
inline constexpr Clues in_lower_case = 1u << 9, possessive = 1u << 10;
inline constexpr unsigned count = 11;
}  // namespace clue

// Fills in the tokens' phrases and clues and the sentences' casing.
void read_context(Document& document, const Lexicon& lexicon, Forms& forms);

}  // namespace morgue::entities
