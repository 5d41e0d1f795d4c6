#pragma once
// The passage of a text that answers a query best.
#include <morgue/search.hpp>

#include "search/highlight.hpp"

namespace morgue::search {

inline constexpr std::size_t snippet_words = 32;

// The stretch with the most different parts of the query, then with most matches, then the first;
// from the start of a sentence to the end of one where those are near; one line; "… " where it is
// cut. The beginning of the text when nothing matches.
Snippet snippet(std::string_view text, Highlighter& highlighter);

}  // namespace morgue::search
