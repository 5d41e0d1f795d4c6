#include "store/database.hpp"

#include <cstdio>
#include <cstring>
#include <morgue/error.hpp>

namespace morgue::store {

namespace {

// A database on a read-only disk, or in a folder that is not ours to write: its log cannot be
// shared there. SQLite then reads the file as it is, which is right as long as no log waits beside
// it.
std::string immutable_uri(const std::filesystem::path& path) {
    std::string out = "file:";
    for (const char byte : std::filesystem::absolute(path).string()) {
        if (byte == '%' || byte == '?' || byte == '#') {
            char escaped[4];
            std::snprintf(escaped, sizeof escaped, "%%%02X", unsigned(byte));
            out += escaped;
        } else {
            out += byte;
        }
    }
    return out + "?immutable=1";
}

bool has_log(const std::filesystem::path& path) {
    std::error_code none;
    const auto bytes = std::filesystem::file_size(path.string() + "-wal", none);
    return !none && bytes > 0;
}

}  // namespace

Database::Database(const std::filesystem::path& path, Mode mode) : path_(path) {
    open(path.string(), mode == Mode::read    ? SQLITE_OPEN_READONLY
                        : mode == Mode::write ? SQLITE_OPEN_READWRITE
                                              : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (mode == Mode::read) {
        const int code =
            sqlite3_exec(handle(), "SELECT 1 FROM sqlite_schema", nullptr, nullptr, nullptr) & 0xFF;
        if ((code == SQLITE_CANTOPEN || code == SQLITE_READONLY) && !has_log(path))
            open(immutable_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
        run("PRAGMA cache_size = -16384");  // KB; the hits of a query lie far apart
        return;
    }
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("PRAGMA cache_size = -32768");
}

void Database::open(const std::string& name, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) fail(code, "open");
    sqlite3_busy_timeout(handle, 5000);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

void Database::fail(int code, std::string_view doing) const {
    using Kind = Error::Kind;
    std::string what = "cannot " + std::string(doing) + " " + path_.string() + ": " +
                       (handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code));
    if (const int reason = handle_ ? sqlite3_system_errno(handle_.get()) : 0;
        reason && (code & 0xFF) == SQLITE_IOERR)
        what += std::string(" (") + std::strerror(reason) + ")";
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw Error(Kind::busy, what, "another process is writing; try again");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            throw Error(Kind::corrupt, what, "restore the file from a backup");
        case SQLITE_FULL:
            throw Error(Kind::io, what,
                        "free some space and run the same command again; nothing stored is lost");
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            throw Error(Kind::io, what, "check the permissions of the folder");
        default:
            throw Error(
                Kind::io, what,
                "check the disk; what was stored before is safe, and the same command again "
                "does the rest");
    }
}

void Database::run(const char* sql) {
    const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, "write");
}

std::int64_t Database::number(const char* sql) {
    Statement statement(*this, sql);
    return statement.step() ? statement.number(0) : 0;
}

Statement::Statement(Database& database, std::string_view sql) : database_(&database) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(database.handle(), sql.data(), int(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    statement_.reset(made);
    if (code != SQLITE_OK) database.fail(code, "read");
}

Statement& Statement::bind(int at, std::int64_t number) {
    sqlite3_bind_int64(statement_.get(), at + 1, number);
    return *this;
}
Statement& Statement::bind(int at, std::string_view text) {
    if (text.empty()) return bind_null(at);
    sqlite3_bind_text(statement_.get(), at + 1, text.data(), int(text.size()), SQLITE_STATIC);
    return *this;
}
Statement& Statement::bind_blob(int at, std::string_view bytes) {
    if (bytes.empty()) return bind_null(at);
    sqlite3_bind_blob(statement_.get(), at + 1, bytes.data(), int(bytes.size()), SQLITE_STATIC);
    return *this;
}
Statement& Statement::bind_null(int at) {
    sqlite3_bind_null(statement_.get(), at + 1);
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    sqlite3_reset(statement_.get());
    database_->fail(code, sqlite3_stmt_readonly(statement_.get()) ? "read" : "write");
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}
std::string Statement::text(int column) const {
    return std::string(view(column));
}
std::string_view Statement::view(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return bytes ? std::string_view(static_cast<const char*>(bytes), std::size_t(size))
                 : std::string_view();
}
bool Statement::null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Transaction::~Transaction() {
    if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

}  // namespace morgue::store
