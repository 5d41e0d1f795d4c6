#include <morgue/archive.hpp>
#include <unordered_set>

#include "archive/corrections.hpp"
#include "core/files.hpp"
#include "entities/locate.hpp"
#include "explore/context.hpp"
#include "index/match_set.hpp"
#include "index/segment_writer.hpp"
#include "index/terms.hpp"
#include "search/changes.hpp"
#include "search/entity_profile.hpp"
#include "search/entity_suggestions.hpp"
#include "search/search.hpp"
#include "search/stories.hpp"
#include "store/annotations.hpp"
#include "store/layout.hpp"
#include "store/migrate.hpp"
#include "store/outline.hpp"
#include "store/saved.hpp"

namespace morgue {

namespace {

namespace fs = std::filesystem;

}  // namespace

struct ArchiveReader::Impl {
    store::Layout layout;
    mutable store::Database database;
    mutable std::optional<store::ArticleStore> store;
    mutable std::optional<store::StoryStore> stories;
    std::vector<Problem> correction_problems;
    entities::Corrections corrections;
    std::optional<index::Snapshot> snapshot;

    explicit Impl(const fs::path& folder)
        : layout(store::existing_archive(folder)),
          database(layout.database(), store::Database::Mode::read) {
        store::check_schema(database, false);
        store.emplace(database);
        stories.emplace(database);
        open();
    }

    // One transaction holds the articles still while their segments are opened. A merge may remove
    // a folder between the two; then there is a newer list, and it is read.
    void open() {
        correction_problems.clear();
        corrections = archive::load_corrections(layout, correction_problems);
        constexpr int tries = 20;
        for (int attempt = 1;; ++attempt) {
            database.run("BEGIN");
            std::vector<fs::path> listed;
            try {
                listed = folders();
                snapshot.emplace(listed, store->hidden(), corrections);
                return;
            } catch (const Error&) {
                database.run("COMMIT");
                if (attempt == tries || folders() == listed) throw;
            }
        }
    }

    void close() {
        store->forget();
        snapshot.reset();
        database.run("COMMIT");
    }

    std::vector<fs::path> folders() {
        if (store->meta().index_schema != index::index_schema)
            throw Error(Error::Kind::corrupt, "the index was made by another version of morgue",
                        "morgue rebuild makes it anew from the articles");
        std::vector<fs::path> out;
        for (const auto& row : store->segments()) out.push_back(layout.segment(row.id));
        return out;
    }
};

ArchiveReader::ArchiveReader(const fs::path& folder) : impl_(std::make_unique<Impl>(folder)) {}
ArchiveReader::~ArchiveReader() = default;
ArchiveReader::ArchiveReader(ArchiveReader&&) noexcept = default;
ArchiveReader& ArchiveReader::operator=(ArchiveReader&&) noexcept = default;

SearchResult ArchiveReader::search(const SearchRequest& request) const {
    if (request.first + request.count > max_window)
        throw Error(Error::Kind::usage,
                    "hits past the first " + std::to_string(max_window) + " are out of reach",
                    "narrow the query, or ask for every hit with --format jsonl --limit all");
    for (const Field::Id id : request.facets)
        if (!field(id).facet)
            throw Error(Error::Kind::usage, std::string(field(id).name) + " is no facet",
                        "morgue fields lists those that are");
    return search::run(request, *impl_->snapshot, *impl_->store);
}

Explanation ArchiveReader::explain(const SearchRequest& request) const {
    return search::explain(request, *impl_->snapshot, *impl_->store);
}

const std::vector<Problem>& ArchiveReader::correction_problems() const {
    return impl_->correction_problems;
}

std::optional<Article> ArchiveReader::article(ArticleId id) const {
    auto found = impl_->store->article(id);
    if (!found) return found;
    store::Annotations(impl_->database).read(*found);
    entities::locate(*found);
    impl_->corrections.apply(found->entities);
    return found;
}

void ArchiveReader::each_hit(const SearchRequest& request,
                             const std::function<bool(const Article&)>& visit) const {
    SearchRequest all = request;
    all.first = 0;
    all.count = impl_->snapshot->database().get_doccount();
    store::Annotations annotations(impl_->database);
    for (const index::Seq seq : search::ranked(all, *impl_->snapshot, *impl_->store)) {
        auto found = impl_->store->version(seq);
        if (!found) continue;
        annotations.read(found->article);
        entities::locate(found->article);
        impl_->corrections.apply(found->article.entities);
        if (!visit(found->article)) return;
    }
}

void ArchiveReader::each_id(const SearchRequest& request,
                            const std::function<bool(ArticleId)>& visit) const {
    const auto understood = search::understand(request, *impl_->snapshot, *impl_->store);
    store::OutlineReader outlines(impl_->database);
    index::each_match(*impl_->snapshot, understood.compiled, index::Seq(request.after),
                      [&](index::Seq seq) {
                          const auto outline = outlines.at(seq);
                          return !outline || visit(outline->id);
                      });
}

std::vector<TagCount> ArchiveReader::tags() const {
    std::vector<TagCount> out;
    store::each_tag(impl_->database, [&](std::string_view name, ArticleId) {
        if (out.empty() || out.back().name != name) out.push_back({std::string(name), 0});
        ++out.back().articles;
    });
    return out;
}

std::vector<TagCount> ArchiveReader::tags(const SearchRequest& request) const {
    std::unordered_set<ArticleId> found;
    each_id(request, [&](ArticleId id) { return found.insert(id).second || true; });
    std::vector<TagCount> out;
    store::each_tag(impl_->database, [&](std::string_view name, ArticleId id) {
        if (!found.contains(id)) return;
        if (out.empty() || out.back().name != name) out.push_back({std::string(name), 0});
        ++out.back().articles;
    });
    return out;
}

std::string ArchiveReader::uuid() const {
    return impl_->store->meta().uuid;
}

std::uint64_t ArchiveReader::revision() const {
    return impl_->store->meta().revision;
}

std::size_t ArchiveReader::each_story(const SearchRequest& request,
                                      const std::function<bool(const Story&)>& visit) const {
    return search::each_story(request, *impl_->snapshot, *impl_->store, *impl_->stories, visit);
}

std::optional<Story> ArchiveReader::story_of(ArticleId id) const {
    const store::Seq seq = impl_->store->current(id);
    if (!seq) return std::nullopt;
    return search::story_of(seq, *impl_->store, *impl_->stories);
}

std::vector<Revision> ArchiveReader::history(ArticleId id) const {
    std::vector<Revision> out;
    for (store::StoredVersion& version : impl_->store->history(id)) {
        entities::locate(version.article);
        out.push_back({std::move(version.article), version.added, version.replaced});
    }
    return out;
}

std::size_t ArchiveReader::each_change(std::chrono::sys_seconds since, const SearchRequest& request,
                                       const std::function<bool(const Change&)>& visit) const {
    return search::each_change(since, request, *impl_->snapshot, *impl_->store, visit);
}

std::vector<EntityCount> ArchiveReader::entities_named(std::string_view name) const {
    return search::entities_named(name, *impl_->snapshot);
}

EntityProfile ArchiveReader::profile(Entity::Kind kind, const std::string& name) const {
    return search::profile(kind, name, *impl_->snapshot, *impl_->store);
}

std::vector<EntitySuggestion> ArchiveReader::suggestions() const {
    return search::suggestions(*impl_->snapshot);
}

ArchiveStats ArchiveReader::stats() const {
    store::Database& database = impl_->database;
    ArchiveStats out;
    const auto number = [&](const char* sql) { return std::uint64_t(database.number(sql)); };
    out.articles = number("SELECT count(*) FROM article WHERE seq IS NOT NULL");
    out.earlier_versions = number("SELECT count(*) FROM version WHERE replaced IS NOT NULL");
    out.dead_versions = number("SELECT count(*) FROM dead");
    out.files = number("SELECT count(*) FROM source_file");
    out.words = number("SELECT total(words) FROM version WHERE replaced IS NULL");
    out.segments = impl_->snapshot->segments();
    out.database_bytes = fs::file_size(impl_->layout.database());
    out.index_bytes = core::folder_bytes(impl_->layout.segments());
    // SQLite takes the bare column from the row of the least or greatest value.
    const auto published = [&](const char* sql) {
        store::Statement row(database, sql);
        return row.step() ? parse_iso_date(row.view(0)) : std::nullopt;
    };
    out.earliest =
        published("SELECT published, min(published_at) FROM version WHERE replaced IS NULL");
    out.latest =
        published("SELECT published, max(published_at) FROM version WHERE replaced IS NULL");
    const auto counts = [&](const char* column) {
        std::vector<std::pair<std::string, std::uint64_t>> list;
        const std::string name(column);
        store::Statement row(database,
                             "SELECT " + name + ", count(*) FROM version WHERE " + name +
                                 " IS NOT NULL AND replaced IS NULL GROUP BY 1 ORDER BY 2 DESC, 1");
        while (row.step()) list.emplace_back(row.text(0), std::uint64_t(row.number(1)));
        return list;
    };
    out.languages = counts("language");
    out.formats = counts("format");
    out.sources = counts("source");
    const store::Meta meta = impl_->store->meta();
    out.revision = meta.revision;
    out.schema = store::newest_schema();
    out.index_schema = meta.index_schema;
    out.uuid = meta.uuid;
    out.segment_writer = index::best_writer()->name();
    return out;
}

std::uint64_t ArchiveReader::mark() const {
    return store::newest_seq(impl_->database);
}

explore::Context ArchiveReader::context() const {
    return {*impl_->snapshot, *impl_->store, impl_->database};
}

void ArchiveReader::refresh() {
    impl_->close();
    impl_->open();
}

}  // namespace morgue
