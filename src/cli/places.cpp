#include "cli/places.hpp"

#include <cstdlib>
#include <morgue/error.hpp>

namespace morgue::cli {

namespace {

std::filesystem::path path_in(const char* variable) {
    const char* value = std::getenv(variable);
    return value ? value : "";
}

}  // namespace

std::filesystem::path archive_folder(const Arguments& arguments) {
    if (arguments.has("archive")) return arguments.value("archive");
    if (const auto named = path_in("MORGUE_ARCHIVE"); !named.empty()) return named;
    // The XDG specification asks that relative paths be ignored.
    if (const auto data = path_in("XDG_DATA_HOME"); data.is_absolute()) return data / "morgue";
    if (const auto home = path_in("HOME"); !home.empty()) return home / ".local/share/morgue";
    throw Error(Error::Kind::usage, "no archive is named, and HOME is not set",
                "name one with --archive DIR or in $MORGUE_ARCHIVE");
}

}  // namespace morgue::cli
