#pragma once
// The names in an archive's folder, and making one.
#include <filesystem>
#include <morgue/error.hpp>
#include <string>

namespace morgue::store {

struct Layout {
    std::filesystem::path folder;

    std::filesystem::path database() const { return folder / "articles.db"; }
    std::filesystem::path lock() const { return folder / "lock"; }
    std::filesystem::path segments() const { return folder / "segments"; }
    std::filesystem::path segment(std::int64_t id) const { return segments() / std::to_string(id); }

    std::filesystem::path corrections() const { return folder / "entities.toml"; }

    bool is_archive() const { return std::filesystem::is_regular_file(database()); }
};

// Throws Error::Kind::not_an_archive, saying how to make one.
inline Layout existing_archive(const std::filesystem::path& folder) {
    Layout layout{folder};
    if (!layout.is_archive())
        throw Error(Error::Kind::not_an_archive, folder.string() + " is not an archive",
                    "morgue index -a " + folder.string() + " PATH... makes one");
    return layout;
}

}  // namespace morgue::store
