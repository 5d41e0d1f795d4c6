#pragma once
// The articles in the files of an archive (tar, zip), each file opened like one on disk.
#include <memory>

#include "formats/packing.hpp"
#include "formats/reader.hpp"

namespace morgue::formats {

// A member that cannot be read is a lost record; the rest of the archive is read.
std::unique_ptr<Reader> read_members(Packing packing, std::unique_ptr<core::ByteSource> archive,
                                     const Context& context);

}  // namespace morgue::formats
