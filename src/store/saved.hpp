#pragma once
// The table of saved searches.
#include <morgue/saved.hpp>

#include "store/database.hpp"

namespace morgue::store {

std::vector<SavedSearch> saved_searches(Database& database);  // by name
std::optional<SavedSearch> saved_search(Database& database, const std::string& name);

// True if one was replaced.
bool save_search(Database& database, const SavedSearch& search);
// False if there was none.
bool remove_saved(Database& database, const std::string& name);
void mark_seen(Database& database, const std::string& name, std::uint64_t mark);

// The greatest version.seq that was ever given.
std::uint64_t newest_seq(Database& database);

}  // namespace morgue::store
