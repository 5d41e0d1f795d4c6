#pragma once
// A moment of the past, at which other versions were current.
#include <chrono>
#include <vector>

#include "index/entry.hpp"

namespace morgue::index {

struct Moment {
    std::chrono::sys_seconds when;  // what was added by then was there,
    std::vector<Seq> hidden;        // but for these; sorted
};

}  // namespace morgue::index
