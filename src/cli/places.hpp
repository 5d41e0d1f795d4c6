#pragma once
// Where the archive of a command is.
#include <filesystem>

#include "cli/options.hpp"

namespace morgue::cli {

// --archive, else $MORGUE_ARCHIVE, else $XDG_DATA_HOME/morgue, else ~/.local/share/morgue. Throws
// Error usage when none of them is known.
std::filesystem::path archive_folder(const Arguments& arguments);

}  // namespace morgue::cli
