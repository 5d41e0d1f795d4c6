#pragma once
// Cutting a text into sentences of words and marks. Linear; cannot fail.
#include <string_view>

#include "entities/document.hpp"

namespace morgue::entities {

// A possessive 's is a token of its own ("Maduro" "'s"). A hyphen joins words of one kind
// ("Jean-Claude", "so-called") and parts a capitalised one from others ("US" "-" "led").
// Appends to `document` the tokens of text.substr(begin, end - begin), whose text it becomes.
void tokenise(std::string_view text, std::size_t begin, std::size_t end, WordCache& words,
              Document& document);

}  // namespace morgue::entities
