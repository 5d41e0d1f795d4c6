#pragma once
// The lock of an archive's one writer.
#include <chrono>

#include "core/files.hpp"
#include "store/layout.hpp"

namespace morgue::archive {

// Held as long as the handle lives. Throws Error::Kind::busy when another process has it still
// after `wait`.
core::FileHandle take_lock(const store::Layout& layout, std::chrono::seconds wait);

}  // namespace morgue::archive
