#pragma once
// The terms of one document as a tag of the termlist table, each without what it shares with the
// one before. docs/glass.md, "Term lists".
#include <string>
#include <string_view>

#include "index/entry.hpp"
#include "index/glass/codes.hpp"

namespace morgue::index::glass {

// Appends the list of an entry's terms, which ascend. Nothing for an entry without terms.
void put_termlist(std::string& out, const Entry& entry);

// The entry beside it that names the value slots in use: its key ends in 00.
void put_slots(std::string& out, const Entry& entry);

// Sum of all wdf.
std::uint64_t length_of(const Entry& entry);

}  // namespace morgue::index::glass
