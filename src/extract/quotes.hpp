#pragma once
// Quoted speech and who said it. Certain before complete: marks around a title or a doubted word
// are no quote, as nobody is said to say it; a pronoun names somebody only where one person is in
// sight. Time is linear in the length of the body.
#include <morgue/article.hpp>
#include <morgue/quote.hpp>
#include <vector>

namespace morgue::extract {

// In order; from the body, and the entities found in it.
std::vector<Quote> quotes(const Article& article);

}  // namespace morgue::extract
