#pragma once
// Writing articles, files and segments into the database. Everything here happens inside the one
// transaction of a batch.
#include <chrono>
#include <morgue/article.hpp>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/hash.hpp"
#include "store/articles.hpp"
#include "store/database.hpp"

namespace morgue::store {

// A file as it is on disk.
struct FileState {
    // Of a file that may change without its time showing it, or of a stream: read it again.
    static constexpr std::int64_t no_time = INT64_MIN;

    std::string path, absolute;
    std::int64_t size = 0, mtime = 0;
    std::string how;  // the options it is read with

    bool operator==(const FileState&) const = default;
};

// An article ready to be stored; the slow parts are done.
struct Packed {
    core::Hash key, hash;
    std::string body, entities, problems;  // compressed
    std::string member;                    // of the file, where it is an archive
    std::uint32_t words = 0;
};
Packed pack(const Article& article, const core::Hash& key, const core::Hash& hash,
            std::uint32_t words);

// What is stored under a key.
struct Known {
    ArticleId id = 0;
    Seq seq = 0;  // 0: purged
    core::Hash hash{};
    std::int64_t file_id = 0;
    std::uint64_t record = 0;
    std::string updated, published;
    std::chrono::sys_seconds added;
};

class Recorder {
public:
    explicit Recorder(Database& database);

    // The file's row when it was read to its end in this very state.
    std::optional<std::int64_t> unchanged_file(const FileState& file);
    // Inserts or updates the file's row, incomplete until finish_file().
    std::int64_t begin_file(const FileState& file);
    void finish_file(std::int64_t file_id);

    std::optional<Known> find(const core::Hash& key);

    // A new version, of a new article or in place of the one that is known, which is kept as an
    // earlier one or forgotten; returns its seq.
    Seq add(const Article& article, const Packed& packed, const Known* known, bool keep_known,
            std::int64_t file_id, std::chrono::sys_seconds added, ArticleId& id);
    void saw(std::int64_t file_id, ArticleId id);

    // Forgets files that are gone, and articles seen nowhere else; returns how many articles.
    std::uint64_t purge(const std::vector<std::int64_t>& files);
    // Of all files: id and absolute path.
    std::vector<std::pair<std::int64_t, std::string>> files();

    std::int64_t add_segment(Seq first, Seq last, std::uint64_t articles);
    void set_segment_bytes(std::int64_t id, std::uint64_t bytes);
    void remove_segment(std::int64_t id);
    // Versions that are current no more, since this was last asked.
    std::vector<Seq> take_left() { return std::exchange(left_, {}); }
    void forget_dead(std::span<const Seq> dead);
    void set_index_schema(int schema);
    void next_revision();

private:
    void bury(Seq seq);
    void keep(Seq seq, std::chrono::sys_seconds until);

    Database& database_;
    std::vector<Seq> left_;
    Statement find_file_, upsert_file_, finish_file_, find_, insert_article_, insert_version_,
        set_seq_, bury_, keep_, delete_version_, saw_;
};

}  // namespace morgue::store
