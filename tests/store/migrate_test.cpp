#include "store/migrate.hpp"

#include <catch2/catch.hpp>
#include <morgue/error.hpp>

#include "support/temp_archive.hpp"

using namespace morgue;
using store::Database;

namespace {

using List = std::vector<std::pair<std::string_view, std::string_view>>;

const List first{{"001_meta.sql", "CREATE TABLE meta (one, uuid, index_schema, revision)"},
                 {"020_late.sql", "CREATE TABLE late (x)"}};
const List with_lower{first[0], {"015_lower.sql", "CREATE TABLE lower (x)"}, first[1]};

std::string tables(Database& database) {
    store::Statement row(database,
                         "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1");
    std::string out;
    while (row.step()) out += row.text(0) + " ";
    return out;
}

struct Fixture {
    TempArchive temp;
    Database database{temp.file("test.db"), Database::Mode::create};
};

}  // namespace

TEST_CASE("a migration with a lower number than the newest one is not passed over", "[store]") {
    Fixture in;
    store::migrate(in.database, 1, first);
    CHECK(tables(in.database) == "late meta migration ");
    CHECK_THROWS_AS(store::check_schema(in.database, false, with_lower), Error);
    store::check_schema(in.database, true, with_lower);
    store::migrate(in.database, 1, with_lower);
    CHECK(tables(in.database) == "late lower meta migration ");
    store::check_schema(in.database, false, with_lower);
    CHECK(in.database.number("SELECT count(*) FROM meta") == 1);
    CHECK(in.database.number("PRAGMA user_version") == 20);
}

TEST_CASE("an archive with a migration that is not known is refused", "[store]") {
    Fixture in;
    store::migrate(in.database, 1, with_lower);
    CHECK_THROWS_AS(store::check_schema(in.database, true, first), Error);
}

TEST_CASE("an archive from before migrations were numbered goes on from where it is", "[store]") {
    Fixture in;
    const List old{{"001_meta.sql", "CREATE TABLE meta (one, uuid, index_schema, revision)"},
                   {"002_member.sql", "CREATE TABLE member (x)"},
                   {"010_saved.sql", "CREATE TABLE saved (x)"}};
    for (const auto& [file, sql] : old) in.database.run(std::string(sql).c_str());
    in.database.run("PRAGMA user_version = 3");
    List now = old;
    now.insert(now.begin() + 2, {"005_new.sql", "CREATE TABLE new (x)"});
    store::migrate(in.database, 1, now);
    CHECK(tables(in.database) == "member meta migration new saved ");
    CHECK(in.database.number("SELECT count(*) FROM migration") == 4);
}
