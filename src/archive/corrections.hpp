#pragma once
// The corrections of names that hold in an archive.
#include <filesystem>

#include "entities/corrections.hpp"
#include "store/layout.hpp"

namespace morgue::archive {

// A file's text; empty if there is none. Throws Error io.
std::string read_text(const std::filesystem::path& path);

// What the good lines of entities.toml mean; each bad one adds a problem.
entities::Corrections load_corrections(const store::Layout& layout, std::vector<Problem>& problems);

}  // namespace morgue::archive
