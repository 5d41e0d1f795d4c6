#include "store/migrate.hpp"

#include <morgue/error.hpp>
#include <random>

#include "embedded/migrations.hpp"

namespace morgue::store {

namespace {

std::string random_uuid() {
    std::random_device dice;
    std::string out;
    for (int i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) out += '-';
        out += i == 12 ? '4' : "0123456789abcdef"[dice() % 16];
    }
    return out;
}

}  // namespace

int newest_schema() {
    return int(embedded::migrations.size());
}

void migrate(Database& database, int index_schema) {
    const auto have = database.number("PRAGMA user_version");
    if (have >= newest_schema()) return;
    Transaction transaction(database);
    for (auto i = std::size_t(have); i < embedded::migrations.size(); ++i)
        database.run(std::string(embedded::migrations[i].second).c_str());
    database.run(("PRAGMA user_version = " + std::to_string(newest_schema())).c_str());
    if (have == 0) {
        Statement insert(database, "INSERT INTO meta VALUES (1, ?, ?, 0)");
        const std::string uuid = random_uuid();
        insert.bind(0, uuid).bind(1, std::int64_t(index_schema)).run();
    }
    transaction.commit();
}

void check_schema(Database& database, bool may_migrate) {
    const auto have = database.number("PRAGMA user_version");
    if (have > newest_schema())
        throw Error(Error::Kind::corrupt,
                    "the archive has schema " + std::to_string(have) +
                        ", this program knows up to " + std::to_string(newest_schema()),
                    "use the newer morgue that made it");
    if (have < newest_schema() && !may_migrate)
        throw Error(Error::Kind::corrupt,
                    "the archive has the older schema " + std::to_string(have),
                    "run morgue index on it once, which brings it up to date");
}

}  // namespace morgue::store
