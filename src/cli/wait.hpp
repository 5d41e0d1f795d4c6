#pragma once
// How long a command waits for another that writes the archive.
#include <algorithm>
#include <chrono>

#include "cli/options.hpp"

namespace morgue::cli {

inline constexpr Option wait_option{"wait", 0, "SECONDS",
                                    "wait so long for another writer to finish (0)"};

inline std::chrono::seconds wait_of(const Arguments& arguments,
                                    std::chrono::seconds otherwise = {}) {
    constexpr std::uint64_t longest = 365 * 24 * 3600;
    return std::chrono::seconds(
        std::min(arguments.number("wait", std::uint64_t(otherwise.count())), longest));
}

}  // namespace morgue::cli
