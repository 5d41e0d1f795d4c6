#include "store/migrate.hpp"

#include <array>
#include <charconv>
#include <morgue/error.hpp>
#include <random>
#include <set>

#include "embedded/migrations.hpp"

namespace morgue::store {

namespace {

// Before numbers were kept, user_version counted how many of these there were.
constexpr std::array uncounted{1, 2, 10};

// 20 of "020_stories.sql".
int number_of(std::string_view file) {
    int number = 0;
    std::from_chars(file.data(), file.data() + file.size(), number);
    return number;
}

std::set<int> applied(Database& database) {
    std::set<int> out;
    const auto version = database.number("PRAGMA user_version");
    if (database.number("SELECT count(*) FROM sqlite_schema WHERE name = 'migration'") == 0) {
        for (int i = 0; i < version && i < int(uncounted.size()); ++i)
            out.insert(uncounted[std::size_t(i)]);
        if (version > std::int64_t(uncounted.size())) out.insert(int(version));
        return out;
    }
    Statement row(database, "SELECT number FROM migration");
    while (row.step()) out.insert(int(row.number(0)));
    return out;
}

std::set<int> missing(const std::set<int>& have, Migrations migrations) {
    std::set<int> out;
    for (const auto& [file, sql] : migrations)
        if (!have.contains(number_of(file))) out.insert(number_of(file));
    return out;
}

std::string random_uuid() {
    std::random_device dice;
    std::string out;
    for (int i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) out += '-';
        out += i == 12 ? '4' : "0123456789abcdef"[dice() % 16];
    }
    return out;
}

void make_meta(Database& database, int index_schema) {
    Statement insert(database, "INSERT INTO meta VALUES (1, ?, ?, 0)");
    const std::string uuid = random_uuid();
    insert.bind(0, uuid).bind(1, std::int64_t(index_schema)).run();
}

}  // namespace

Migrations all_migrations() {
    return embedded::migrations;
}

int newest_schema() {
    return number_of(embedded::migrations.back().first);
}

void migrate(Database& database, int index_schema, Migrations migrations) {
    if (missing(applied(database), migrations).empty()) return;
    Transaction transaction(database);
    std::set<int> have = applied(database);  // another process may have been here
    std::set<int> missing = store::missing(have, migrations);
    for (const auto& [file, sql] : migrations)
        if (missing.contains(number_of(file))) database.run(std::string(sql).c_str());
    if (have.empty()) make_meta(database, index_schema);
    database.run("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY) STRICT");
    have.merge(missing);
    for (const int number : have)
        database.run(
            ("INSERT OR IGNORE INTO migration VALUES (" + std::to_string(number) + ")").c_str());
    database.run(("PRAGMA user_version = " + std::to_string(*have.rbegin())).c_str());
    transaction.commit();
}

void check_schema(Database& database, bool may_migrate, Migrations migrations) {
    std::set<int> unknown = applied(database);
    std::string_view missing;
    for (const auto& [file, sql] : migrations)
        if (unknown.erase(number_of(file)) == 0) missing = file;
    if (!unknown.empty())
        throw Error(Error::Kind::corrupt,
                    "the archive has schema " + std::to_string(*unknown.rbegin()) +
                        ", which this program does not know",
                    "use the newer morgue that made it");
    if (!missing.empty() && !may_migrate)
        throw Error(Error::Kind::corrupt,
                    "the archive has an older schema, without " + std::string(missing),
                    "run morgue index on it once, which brings it up to date");
}

}  // namespace morgue::store
