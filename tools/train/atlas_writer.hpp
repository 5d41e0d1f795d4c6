#pragma once
// Writes what tools/train/atlas.py gathered as the file that entities::Atlas reads.
#include <string>

namespace morgue::train {

// The bytes of the file. Throws std::runtime_error for a line that makes no sense.
std::string atlas_file(const std::string& lines);

}  // namespace morgue::train
