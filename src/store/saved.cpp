#include "store/saved.hpp"

namespace morgue::store {

namespace {

SavedSearch read(const Statement& row) {
    return {row.text(0), row.text(1),
            row.number(2) ? SearchRequest::Match::any : SearchRequest::Match::all,
            std::uint64_t(row.number(3))};
}

}  // namespace

std::vector<SavedSearch> saved_searches(Database& database) {
    Statement row(database, "SELECT name, query, match_any, seen FROM saved_search ORDER BY name");
    std::vector<SavedSearch> out;
    while (row.step()) out.push_back(read(row));
    return out;
}

std::optional<SavedSearch> saved_search(Database& database, const std::string& name) {
    Statement row(database, "SELECT name, query, match_any, seen FROM saved_search WHERE name = ?");
    row.bind(0, name);
    if (!row.step()) return std::nullopt;
    return read(row);
}

bool save_search(Database& database, const SavedSearch& search) {
    Transaction transaction(database);
    const bool replaced = saved_search(database, search.name).has_value();
    Statement insert(database, "INSERT OR REPLACE INTO saved_search VALUES (?, ?, ?, ?)");
    insert.bind(0, search.name).bind(1, search.query);
    insert.bind(2, std::int64_t(search.match == SearchRequest::Match::any));
    insert.bind(3, std::int64_t(search.seen)).run();
    transaction.commit();
    return replaced;
}

bool remove_saved(Database& database, const std::string& name) {
    Statement remove(database, "DELETE FROM saved_search WHERE name = ?");
    remove.bind(0, name).run();
    return database.changes() > 0;
}

void mark_seen(Database& database, const std::string& name, std::uint64_t mark) {
    Statement update(database, "UPDATE saved_search SET seen = ?2 WHERE name = ?1 AND seen < ?2");
    update.bind(0, name).bind(1, std::int64_t(mark)).run();
}

std::uint64_t newest_seq(Database& database) {
    return std::uint64_t(database.number("SELECT seq FROM sqlite_sequence WHERE name = 'version'"));
}

}  // namespace morgue::store
