#pragma once
// The file of rules that the user gives for tables and JSON (--map).
#include <optional>
#include <string>

#include "core/hash.hpp"
#include "formats/field_map.hpp"

namespace morgue::ingest {

struct MapFile {
    formats::FieldMap rules;
    core::Hash hash;  // of its text: other rules, other articles
};

// Nothing for an empty path. Throws Error: io if it cannot be read, usage if its rules make no
// sense.
std::optional<MapFile> load_map(const std::string& path);

}  // namespace morgue::ingest
