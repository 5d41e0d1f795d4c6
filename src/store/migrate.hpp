#pragma once
// Bringing a database to the schema of this program: the files of schema/sql, each applied once, in
// the order of the number its name begins with. The table `migration` holds the numbers that were;
// PRAGMA user_version the greatest of them, by which older programs know that they are too old.
#include <span>
#include <string_view>
#include <utility>

#include "store/database.hpp"

namespace morgue::store {

using Migrations = std::span<const std::pair<std::string_view, std::string_view>>;  // file, SQL

Migrations all_migrations();

int newest_schema();

// Runs the migrations that are missing, all in one transaction.
void migrate(Database& database, int index_schema, Migrations migrations = all_migrations());

// Throws Error::Kind::corrupt when the database was made by a newer program, or is none of ours.
void check_schema(Database& database, bool may_migrate, Migrations migrations = all_migrations());

}  // namespace morgue::store
