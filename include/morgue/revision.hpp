#pragma once
// What an archive keeps of an article that changes: each text it has had.
#include <chrono>
#include <morgue/article.hpp>
#include <optional>

namespace morgue {

// What becomes of the text that is held when its article arrives changed.
enum class OnChange : std::uint8_t {
    revision,  // it is kept as an earlier version
    update,    // it is forgotten
    skip       // it stays, and what arrived is left
};

struct Revision {
    Article article;
    std::chrono::sys_seconds added;                    // when the archive took it in
    std::optional<std::chrono::sys_seconds> replaced;  // when the next one came; none: current
};

// An article that has changed since some moment: how it read before, and how it reads now.
struct Change {
    Article before, after;
    std::chrono::sys_seconds when;  // the latest change
    std::size_t changes = 0;        // since that moment
};

}  // namespace morgue
