#pragma once
// Reading articles, files and segments out of the database. A connection in a transaction is one
// consistent view.
#include <chrono>
#include <functional>
#include <morgue/article.hpp>
#include <morgue/saved.hpp>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/hash.hpp"
#include "store/database.hpp"

namespace morgue::store {

using Seq = std::uint32_t;

struct SegmentRow {
    std::int64_t id = 0;
    Seq first_seq = 0, last_seq = 0;
    std::uint64_t articles = 0, bytes = 0;
};

struct Meta {
    std::string uuid;
    int index_schema = 0;
    std::uint64_t revision = 0;
};

// Where in a file an article was read.
struct Place {
    std::string member;  // of the file, where it is an archive
    std::uint64_t record = 0;
    std::string guid;
};

// What lists of hits show of a version.
struct Summary {
    Article article;  // without its body
    std::uint32_t words = 0;
    std::uint64_t copies = 0;  // further articles of its story
};

struct StoredVersion {
    Seq seq = 0;
    std::chrono::sys_seconds added;
    std::optional<std::chrono::sys_seconds> replaced;  // none: it is the current one
    Article article;
};

// Statements are prepared once; one object a connection and thread.
class ArticleStore {
public:
    explicit ArticleStore(Database& database);

    Database& database() { return database_; }

    Meta meta();
    std::vector<SegmentRow> segments();
    std::vector<Seq> dead();  // sorted, as the next one

    // Versions that are no answer: the dead, and those that were replaced; at a moment: by then.
    std::vector<Seq> hidden(std::optional<std::chrono::sys_seconds> as_of = {});

    // What a list of hits shows; nothing if there is no such version. Recent ones are remembered,
    // as pages, facets and batches show the same articles again. Valid until the next call.
    const Summary* summary_of(Seq seq);
    std::optional<Summary> summary_with_body(Seq seq);
    void forget() { remembered_.clear(); }  // when the view moves on
    std::optional<Article> article(ArticleId id);
    std::optional<StoredVersion> version(Seq seq);

    // The versions of an article that is there, the earliest first.
    std::vector<StoredVersion> history(ArticleId id);
    // Of articles that have changed at that moment or after it, the latest change first: the id,
    // when it was, and how many there are since.
    struct ChangedRow {
        ArticleId id = 0;
        std::chrono::sys_seconds when;
        std::size_t changes = 0;
    };
    std::vector<ChangedRow> changed(std::chrono::sys_seconds since);

    // Every version that is stored, in order of seq; `visit` returns false to stop.
    void each_version(const std::function<bool(StoredVersion&)>& visit);

    // 0: there is no such article.
    Seq current(ArticleId id);

    // By guid, url, id or path; the seqs of all versions that have it.
    std::vector<Seq> by_guid(std::string_view guid);
    std::vector<Seq> by_url(std::string_view url);
    std::vector<Seq> by_id(std::int64_t id);
    std::vector<Seq> by_path(std::string_view path);

    std::optional<SavedSearch> saved_search(const std::string& name);

    // The articles whose text is from this file, in its order.
    std::vector<Place> places(std::int64_t file_id);

private:
    static StoredVersion read(const Statement& row);
    std::vector<Seq> seqs(std::string_view sql, std::string_view text);

    Database& database_;
    Statement summary_, summary_body_, version_;

    static constexpr std::size_t most_remembered = 2'000;  // summaries, about 4 MB
    std::unordered_map<Seq, Summary> remembered_;
};

}  // namespace morgue::store
