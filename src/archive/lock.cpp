#include "archive/lock.hpp"

#include <morgue/error.hpp>

namespace morgue::archive {

core::FileHandle take_lock(const store::Layout& layout, std::chrono::seconds wait) {
    auto lock = core::lock_file(layout.lock(), wait);
    if (!lock)
        throw Error(Error::Kind::busy,
                    layout.folder.string() + " is being written by another morgue",
                    "try again when it is done, or wait for it with --wait SECONDS");
    return std::move(*lock);
}

}  // namespace morgue::archive
