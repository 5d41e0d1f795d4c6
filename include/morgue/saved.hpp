#pragma once
// Searches that a person keeps in an archive, and what is new in each. They outlive a rebuild.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <morgue/search.hpp>
#include <optional>
#include <string>
#include <vector>

namespace morgue {

struct SavedSearch {
    std::string name, query;
    SearchRequest::Match match = SearchRequest::Match::all;
    std::uint64_t seen = 0;  // what ArchiveReader::mark() was when it was last looked at

    bool operator==(const SavedSearch&) const = default;
};

// Whether a name can be written as saved:NAME: letters, digits and . - _ only.
bool is_saved_name(std::string_view name);

// Writes small things into the archive's database, beside whoever indexes. Throws Error busy when
// that takes too long.
class SavedSearches {
public:
    explicit SavedSearches(const std::filesystem::path& folder);
    ~SavedSearches();
    SavedSearches(SavedSearches&&) noexcept;

    std::vector<SavedSearch> list();  // by name

    // True if there was one of that name, which is replaced.
    bool save(const SavedSearch& search);
    // False if there is none of that name.
    bool remove(const std::string& name);

    void mark_seen(const std::string& name, std::uint64_t mark);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
