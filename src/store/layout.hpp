#pragma once
// The names in an archive's folder, and making one.
#include <filesystem>

namespace morgue::store {

struct Layout {
    std::filesystem::path folder;

    std::filesystem::path database() const { return folder / "articles.db"; }
    std::filesystem::path lock() const { return folder / "lock"; }
    std::filesystem::path segments() const { return folder / "segments"; }
    std::filesystem::path segment(std::int64_t id) const { return segments() / std::to_string(id); }

    bool is_archive() const { return std::filesystem::is_regular_file(database()); }
};

}  // namespace morgue::store
