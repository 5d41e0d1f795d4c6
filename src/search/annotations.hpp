#pragma once
// Finding articles by what people said of them.
#include <string>
#include <vector>

#include "store/articles.hpp"

namespace morgue::search {

// The articles of every tag that the text names: capitals and accents aside, * for any letters.
std::vector<store::Seq> labelled(store::Database& database, const std::string& text);

// The articles whose note has all words of the text; of "*", all that have a note.
std::vector<store::Seq> noted(store::Database& database, const std::string& text);

}  // namespace morgue::search
