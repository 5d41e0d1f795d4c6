#pragma once
// The passage of a text that answers a query best.
#include <morgue/search.hpp>

#include "search/highlight.hpp"

namespace morgue::search {

inline constexpr std::size_t snippet_words = 32;

// The stretch with the most different query words, moved back to the start of its sentence where
// that is near; one line; "… " where it is cut. The beginning of the text when nothing matches.
Snippet snippet(std::string_view text, Highlighter& highlighter);

}  // namespace morgue::search
