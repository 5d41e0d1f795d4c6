#include <algorithm>
#include <morgue/error.hpp>
#include <morgue/saved.hpp>

#include "index/terms.hpp"
#include "store/layout.hpp"
#include "store/migrate.hpp"
#include "store/saved.hpp"

namespace morgue {

bool is_saved_name(std::string_view name) {
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '.' || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    return !name.empty() && name.size() <= 64 && name.front() != '-' &&
           std::all_of(name.begin(), name.end(), allowed);
}

struct SavedSearches::Impl {
    store::Database database;

    explicit Impl(const store::Layout& layout)
        : database(layout.database(), store::Database::Mode::write) {
        store::check_schema(database, true);
        store::migrate(database, index::index_schema);
    }
};

SavedSearches::SavedSearches(const std::filesystem::path& folder)
    : impl_(std::make_unique<Impl>(store::existing_archive(folder))) {}
SavedSearches::~SavedSearches() = default;
SavedSearches::SavedSearches(SavedSearches&&) noexcept = default;

std::vector<SavedSearch> SavedSearches::list() {
    return store::saved_searches(impl_->database);
}

bool SavedSearches::save(const SavedSearch& search) {
    return store::save_search(impl_->database, search);
}

bool SavedSearches::remove(const std::string& name) {
    return store::remove_saved(impl_->database, name);
}

void SavedSearches::mark_seen(const std::string& name, std::uint64_t mark) {
    store::mark_seen(impl_->database, name, mark);
}

}  // namespace morgue
