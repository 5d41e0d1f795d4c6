#pragma once
// An archive is a folder: articles.db (SQLite, the articles: the truth) and segments/ (Xapian,
// how to find them). The segments can always be rebuilt from the articles.
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <morgue/article.hpp>
#include <morgue/entities.hpp>
#include <morgue/ingest.hpp>
#include <morgue/revision.hpp>
#include <morgue/search.hpp>
#include <morgue/story.hpp>
#include <optional>
#include <stop_token>

namespace morgue {

namespace explore {
struct Context;
}

struct ArchiveStats {
    std::uint64_t articles = 0, earlier_versions = 0, dead_versions = 0, files = 0, words = 0;
    std::uint64_t segments = 0, database_bytes = 0, index_bytes = 0;
    std::optional<Date> earliest, latest;  // published
    std::vector<std::pair<std::string, std::uint64_t>> languages, formats, sources;
    std::uint64_t revision = 0;  // grows by one a commit
    int schema = 0, index_schema = 0;
    std::string segment_writer;  // "portable" or "glass"
    std::string uuid;
};

struct TagCount {
    std::string name;
    std::uint64_t articles = 0;
    bool operator==(const TagCount&) const = default;
};

struct CheckFinding {
    std::string where, what, hint;
};

// A snapshot for reading: what it answers does not change until refresh(). Cheap to open; not
// shared between threads: one thread, one ArchiveReader. Writers do not disturb it.
class ArchiveReader {
public:
    // Throws Error not_an_archive, corrupt or io.
    explicit ArchiveReader(const std::filesystem::path& folder);
    ~ArchiveReader();
    ArchiveReader(ArchiveReader&&) noexcept;
    ArchiveReader& operator=(ArchiveReader&&) noexcept;

    // Hits past `max_window` are refused with Error::Kind::usage.
    static constexpr std::size_t max_window = 1'000'000;
    SearchResult search(const SearchRequest& request) const;
    Explanation explain(const SearchRequest& request) const;

    std::optional<Article> article(ArticleId id) const;

    // Every text the article has had, the earliest first; empty if there is no such article.
    std::vector<Revision> history(ArticleId id) const;

    // The articles a query finds that have changed at `since` or after it, the latest change first;
    // `visit` returns false to stop. Returns how many there are.
    std::size_t each_change(std::chrono::sys_seconds since, const SearchRequest& request,
                            const std::function<bool(const Change&)>& visit) const;

    // Every article a query finds, best first, in constant memory; `visit` returns false to stop.
    void each_hit(const SearchRequest& request,
                  const std::function<bool(const Article&)>& visit) const;

    // The stories of which a query finds some copy, those with most copies first; `visit` returns
    // false to stop. Returns how many there are.
    std::size_t each_story(const SearchRequest& request,
                           const std::function<bool(const Story&)>& visit) const;
    // An article and its copies; nothing if there is no such article.
    std::optional<Story> story_of(ArticleId id) const;

    // Their ids, in no order.
    void each_id(const SearchRequest& request, const std::function<bool(ArticleId)>& visit) const;

    // Every tag with how many articles have it, by name.
    std::vector<TagCount> tags() const;
    // The same, of the articles that a query finds.
    std::vector<TagCount> tags(const SearchRequest& request) const;

    std::string uuid() const;  // of the archive, for ever
    std::uint64_t revision() const;

    // Of the lines of entities.toml (the corrections of names) that could not be read; the others
    // hold in every answer.
    const std::vector<Problem>& correction_problems() const;

    // How many articles have exactly this name, of each kind; as recognised, uncorrected.
    std::vector<EntityCount> entities_named(std::string_view name) const;

    // All about one entity, by any of its names; no articles if there is none.
    EntityProfile profile(Entity::Kind kind, const std::string& name) const;

    // Names that may be one, those of most articles first; what was split or pinned left out.
    std::vector<EntitySuggestion> suggestions() const;

    ArchiveStats stats() const;

    // Grows with every article stored or changed; for SearchRequest::after.
    std::uint64_t mark() const;

    // Moves the snapshot to the newest commit.
    void refresh();

    // What the functions of explore.hpp read; of no use outside the library.
    explore::Context context() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

struct WriterOptions {
    bool create = false;           // make the folder if it is not there
    std::chrono::seconds wait{0};  // for another writer to finish
};

// The one writer of an archive, holding its lock; used by one thread. Whatever throws leaves the
// archive as it was after the last acknowledged batch.
class ArchiveWriter {
public:
    // Throws Error busy, not_an_archive, corrupt or io.
    explicit ArchiveWriter(const std::filesystem::path& folder, const WriterOptions& options = {});
    ~ArchiveWriter();
    ArchiveWriter(ArchiveWriter&&) noexcept;
    ArchiveWriter& operator=(ArchiveWriter&&) noexcept;

    IngestReport index(const IngestOptions& options, const IngestObserver& observer,
                       std::stop_token stop = {});

    // Writes every segment anew from the articles, then swaps them in at once.
    void rebuild(const std::function<void(const IngestProgress&)>& progress,
                 std::stop_token stop = {});

    // Merges all segments into one and gives back unused space.
    void compact(const std::function<void(const IngestProgress&)>& progress);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Looks for damage. Without `deep`: structure of both stores and that they name the same
// articles; with it: every article is analysed again and compared with its segment.
std::vector<CheckFinding> check_archive(const std::filesystem::path& folder, bool deep);

}  // namespace morgue
