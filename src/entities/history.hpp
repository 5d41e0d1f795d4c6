#pragma once
// How a form was labelled in other sentences of the document, as one small number.
#include <span>

#include "entities/document.hpp"
#include "entities/forms.hpp"

namespace morgue::entities {

// 0 for a form not labelled yet; else 1 + its most frequent kind, how sure, how often.
std::uint8_t history_of(const Forms::Form& form);

void recall(std::span<Token> sentence, const Forms& forms);

// Adds (or, with -1, takes back) how the sentence was labelled.
void remember(std::span<const Token> sentence, std::span<const Label> found, Forms& forms,
              int times = 1);

}  // namespace morgue::entities
