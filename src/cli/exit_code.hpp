#pragma once
// What the program's end says to whoever called it; listed in `morgue help`.
#include <morgue/error.hpp>

namespace morgue::cli {

// clang-format off
enum ExitCode : int {
    done          = 0,   // or something was found
    nothing_found = 1,
    usage_error   = 2,   // or an error in the query
    some_failed   = 3,   // some inputs could not be read, the rest was stored
    bug           = 70,
    io_error      = 74,
    archive_busy  = 75,
};
// clang-format on

constexpr ExitCode exit_code(Error::Kind kind) {
    switch (kind) {
        case Error::Kind::usage:
        case Error::Kind::query:
        case Error::Kind::not_an_archive:
            return usage_error;
        case Error::Kind::busy:
            return archive_busy;
        case Error::Kind::corrupt:
        case Error::Kind::io:
            return io_error;
    }
    return bug;
}

}  // namespace morgue::cli
