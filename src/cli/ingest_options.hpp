#pragma once
// The options that `index` and `parse` share.
#include <morgue/ingest.hpp>

#include "cli/options.hpp"

namespace morgue::cli {

// clang-format off
inline constexpr Option from_option    {"from",     0, "FORMAT",     "the format of the files (found from their content)"};
inline constexpr Option map_option     {"map",      0, "FILE",       "rules: which column or JSON key is which field (docs/map.md)"};
inline constexpr Option jobs_option    {"jobs",     0, "N",          "threads at work (as many as there are processors)"};
inline constexpr Option entities_option{"entities", 0, "model|none", "whether to recognise people, organisations, places (model)"};
inline constexpr Option spans_option   {"spans",    0, "FILE",       "take people, organisations, places from here instead (docs/entities.md)"};
// clang-format on

// Throws Error usage for an unknown format or a number out of bounds.
IngestOptions ingest_options(const Arguments& arguments);

}  // namespace morgue::cli
