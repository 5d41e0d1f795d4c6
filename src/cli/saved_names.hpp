#pragma once
// The names of saved searches, as they are typed.
#include <morgue/saved.hpp>

namespace morgue::cli {

// Throws Error usage, with the name that may have been meant, if there is none of that name.
void must_be_saved(const std::string& name, const std::vector<SavedSearch>& searches);

}  // namespace morgue::cli
