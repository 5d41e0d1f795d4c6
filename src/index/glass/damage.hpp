#pragma once
#include <morgue/error.hpp>
#include <string>

namespace morgue::index::glass {

// Throws Error::Kind::corrupt: a segment's bytes are not as they were written.
[[noreturn]] inline void damaged(const std::string& what) {
    throw Error(Error::Kind::corrupt, "a segment of the index is damaged: " + what,
                "morgue rebuild makes the index anew from the articles");
}

}  // namespace morgue::index::glass
