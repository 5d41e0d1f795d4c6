#pragma once
// Merges databases in the glass format into one, in one pass over their tables in key order.
// Posting lists and values are copied in whole chunks, and taken apart only where a dead document
// is in them.
#include <filesystem>
#include <span>

#include "index/entry.hpp"

namespace morgue::index::glass {

// `sources` hold ascending, disjoint ranges of documents; `dead` ascends; `folder` exists.
void merge_databases(std::span<const std::filesystem::path> sources, std::span<const Seq> dead,
                     const std::filesystem::path& folder);

}  // namespace morgue::index::glass
