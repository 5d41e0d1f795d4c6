#pragma once
// From the paths a user names to the files to read.
#include <filesystem>
#include <string>
#include <vector>

#include "store/recorder.hpp"

namespace morgue::ingest {

struct Walked {
    std::vector<store::FileState> files;  // in order of the paths, sorted within a folder
    std::vector<std::pair<std::string, std::string>> unreadable;  // path, reason
};

// Whether a folder found in another is entered: not a hidden one, nor an archive of ours.
bool is_entered(const std::filesystem::path& folder);

// Folders are entered to any depth; hidden files, symbolic links, devices and archives of ours are
// passed over in them. "-" is standard input.
Walked walk(const std::vector<std::string>& paths, const std::string& how);

}  // namespace morgue::ingest
