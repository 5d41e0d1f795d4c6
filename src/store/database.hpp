#pragma once
// SQLite behind three small classes. The only place that includes <sqlite3.h> besides its users
// in this folder; what SQLite reports is thrown as Error.
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::store {

class Database {
public:
    enum class Mode { read, write, create };

    // Throws Error: io, corrupt, busy. An archive on a read-only disk can be read.
    Database(const std::filesystem::path& path, Mode mode);

    void run(const char* sql);
    std::int64_t number(const char* sql);  // of the first column of the first row; 0 without one
    std::int64_t changes() const { return sqlite3_changes64(handle_.get()); }
    std::int64_t last_id() const { return sqlite3_last_insert_rowid(handle_.get()); }
    sqlite3* handle() const { return handle_.get(); }

    // Throws what `code` means; `doing` ends the sentence "cannot ...".
    [[noreturn]] void fail(int code, std::string_view doing) const;

private:
    void open(const std::string& name, int flags);

    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    std::filesystem::path path_;
    std::unique_ptr<sqlite3, Close> handle_;
};

// A prepared statement; the database must outlive it. Parameters and columns count from 0.
class Statement {
public:
    Statement(Database& database, std::string_view sql);

    Statement& bind(int at, std::int64_t number);
    Statement& bind(int at, std::string_view text);  // empty text is NULL
    Statement& bind_blob(int at, std::string_view bytes);
    Statement& bind_null(int at);
    // The bytes must stay until the statement has run.

    bool step();  // whether there is a row
    void run();   // to the end, and ready for the next use
    void reset();

    std::int64_t number(int column) const;
    std::string text(int column) const;       // NULL is empty
    std::string_view view(int column) const;  // valid until the next step
    bool null(int column) const;

private:
    struct Finalise {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalise> statement_;
};

// Rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Database& database) : database_(database) {
        database.run("BEGIN IMMEDIATE");
    }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Database& database_;
    bool open_ = true;
};

}  // namespace morgue::store
