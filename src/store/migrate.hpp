#pragma once
// Bringing a database to the schema of this program (schema/sql, PRAGMA user_version).
#include "store/database.hpp"

namespace morgue::store {

int newest_schema();

// Runs the migrations that are missing, all in one transaction.
void migrate(Database& database, int index_schema);

// Throws Error::Kind::corrupt when the database was made by a newer program, or is none of ours.
void check_schema(Database& database, bool may_migrate);

}  // namespace morgue::store
