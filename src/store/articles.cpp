#include "store/articles.hpp"

#include <algorithm>

#include "store/compress.hpp"
#include "store/pack.hpp"
#include "store/saved.hpp"

namespace morgue::store {

namespace {

constexpr std::string_view whole_version =
    "SELECT v.seq, v.added, v.replaced, v.article_id, f.path || coalesce('!' || v.member, ''), "
    "v.record, "
    "v.format, v.guid, v.url, v.headline,"
    " v.subheadline, v.slugline, v.byline, v.authors, v.dateline, v.located, v.published, "
    "v.updated,"
    " v.source, v.copyright, v.section, v.keywords, v.language, v.summary, v.problems, v.entities,"
    " v.body FROM version v JOIN source_file f ON f.id = v.file_id ";

constexpr std::string_view hit_columns =
    "SELECT v.article_id, f.path || coalesce('!' || v.member, ''), v.record, v.guid, v.url, "
    "v.headline, v.byline, v.authors,"
    " v.published, v.source, v.language, v.summary, v.words, s.articles - 1";
constexpr std::string_view hit_rest =
    " FROM version v JOIN source_file f ON f.id = v.file_id"
    " JOIN article a ON a.id = v.article_id LEFT JOIN story_member m ON m.seq = a.seq"
    " LEFT JOIN story s ON s.id = m.story WHERE v.seq = ?";

std::string concatenate(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts) out += part;
    return out;
}

}  // namespace

ArticleStore::ArticleStore(Database& database)
    : database_(database),
      summary_(database, concatenate({hit_columns, hit_rest})),
      summary_body_(database, concatenate({hit_columns, ", v.body", hit_rest})),
      version_(database, concatenate({whole_version, "WHERE v.seq = ?"})) {}

Meta ArticleStore::meta() {
    Statement row(database_, "SELECT uuid, index_schema, revision FROM meta");
    if (!row.step()) return {};
    return {row.text(0), int(row.number(1)), std::uint64_t(row.number(2))};
}

std::vector<SegmentRow> ArticleStore::segments() {
    Statement row(
        database_,
        "SELECT id, first_seq, last_seq, articles, bytes FROM segment ORDER BY first_seq");
    std::vector<SegmentRow> out;
    while (row.step())
        out.push_back({row.number(0), Seq(row.number(1)), Seq(row.number(2)),
                       std::uint64_t(row.number(3)), std::uint64_t(row.number(4))});
    return out;
}

std::vector<Seq> ArticleStore::dead() {
    Statement row(database_, "SELECT seq FROM dead ORDER BY seq");
    std::vector<Seq> out;
    while (row.step()) out.push_back(Seq(row.number(0)));
    return out;
}

std::vector<Seq> ArticleStore::hidden(std::optional<std::chrono::sys_seconds> as_of) {
    std::vector<Seq> out = dead();
    Statement row(database_,
                  "SELECT seq FROM version WHERE replaced IS NOT NULL AND replaced <= ?");
    row.bind(0, as_of ? std::int64_t(as_of->time_since_epoch().count()) : INT64_MAX);
    while (row.step()) out.push_back(Seq(row.number(0)));
    std::sort(out.begin(), out.end());
    return out;
}

namespace {

Summary read_summary(const Statement& row) {
    Summary made;
    Article& out = made.article;
    out.id = row.number(0);
    out.path = row.text(1);
    out.record = std::uint64_t(row.number(2));
    out.guid = row.text(3);
    out.url = row.text(4);
    out.headline = row.text(5);
    out.byline = row.text(6);
    out.authors = split_lines(row.view(7));
    out.published = parse_iso_date(row.view(8));
    out.source = row.text(9);
    out.language = row.text(10);
    out.summary = row.text(11);
    made.words = std::uint32_t(row.number(12));
    made.copies = std::uint64_t(row.number(13));
    return made;
}

}  // namespace

const Summary* ArticleStore::summary_of(Seq seq) {
    if (const auto found = remembered_.find(seq); found != remembered_.end()) return &found->second;
    summary_.reset();
    summary_.bind(0, std::int64_t(seq));
    if (!summary_.step()) return nullptr;
    if (remembered_.size() >= most_remembered) remembered_.clear();
    const Summary& made = remembered_[seq] = read_summary(summary_);
    summary_.reset();
    return &made;
}

std::optional<Summary> ArticleStore::summary_with_body(Seq seq) {
    summary_body_.reset();
    summary_body_.bind(0, std::int64_t(seq));
    if (!summary_body_.step()) return std::nullopt;
    Summary out = read_summary(summary_body_);
    out.article.body = decompress(summary_body_.view(14));
    summary_body_.reset();
    return out;
}

StoredVersion ArticleStore::read(const Statement& row) {
    StoredVersion out;
    out.seq = Seq(row.number(0));
    out.added = std::chrono::sys_seconds(std::chrono::seconds(row.number(1)));
    if (!row.null(2)) out.replaced = std::chrono::sys_seconds(std::chrono::seconds(row.number(2)));
    Article& article = out.article;
    article.id = row.number(3);
    article.path = row.text(4);
    article.record = std::uint64_t(row.number(5));
    int column = 6;
    for (std::string* text : {&article.format, &article.guid, &article.url, &article.headline,
                              &article.subheadline, &article.slugline, &article.byline})
        *text = row.text(column++);
    article.authors = split_lines(row.view(column++));
    article.dateline = row.text(column++);
    article.located = row.text(column++);
    article.published = parse_iso_date(row.view(column++));
    article.updated = parse_iso_date(row.view(column++));
    article.source = row.text(column++);
    article.copyright = row.text(column++);
    article.section = row.text(column++);
    article.keywords = split_lines(row.view(column++));
    article.language = row.text(column++);
    article.summary = row.text(column++);
    article.problems = unpack_problems(decompress(row.view(column++)));
    unpack_entities(decompress(row.view(column++)), article);
    article.body = decompress(row.view(column));
    return out;
}

std::optional<StoredVersion> ArticleStore::version(Seq seq) {
    version_.reset();
    version_.bind(0, std::int64_t(seq));
    if (!version_.step()) return std::nullopt;
    StoredVersion out = read(version_);
    version_.reset();
    return out;
}

Seq ArticleStore::current(ArticleId id) {
    Statement row(database_, "SELECT seq FROM article WHERE id = ?");
    row.bind(0, id);
    return row.step() ? Seq(row.number(0)) : 0;
}

std::optional<Article> ArticleStore::article(ArticleId id) {
    auto found = version(current(id));
    if (!found) return std::nullopt;
    return std::move(found->article);
}

std::vector<StoredVersion> ArticleStore::history(ArticleId id) {
    std::vector<StoredVersion> out;
    for (const Seq seq : by_id(id))
        if (auto found = version(seq)) out.push_back(std::move(*found));
    return out;
}

std::vector<ArticleStore::ChangedRow> ArticleStore::changed(std::chrono::sys_seconds since) {
    Statement row(database_,
                  "SELECT article_id, max(replaced), count(*) FROM version"
                  " WHERE replaced IS NOT NULL AND replaced >= ? GROUP BY 1 ORDER BY 2 DESC, 1");
    row.bind(0, std::int64_t(since.time_since_epoch().count()));
    std::vector<ChangedRow> out;
    while (row.step())
        out.push_back({row.number(0), std::chrono::sys_seconds(std::chrono::seconds(row.number(1))),
                       std::size_t(row.number(2))});
    return out;
}

void ArticleStore::each_version(const std::function<bool(StoredVersion&)>& visit) {
    Statement row(database_, concatenate({whole_version, "ORDER BY v.seq"}));
    while (row.step()) {
        StoredVersion version = read(row);
        if (!visit(version)) return;
    }
}

std::vector<Seq> ArticleStore::seqs(std::string_view sql, std::string_view text) {
    Statement row(database_, sql);
    row.bind(0, text);
    std::vector<Seq> out;
    while (row.step()) out.push_back(Seq(row.number(0)));
    return out;
}

std::vector<Seq> ArticleStore::by_guid(std::string_view guid) {
    return seqs("SELECT seq FROM version WHERE guid = ?", guid);
}

std::vector<Seq> ArticleStore::by_url(std::string_view url) {
    return seqs("SELECT seq FROM version WHERE url = ?", url);
}

std::vector<Seq> ArticleStore::by_id(std::int64_t id) {
    Statement row(database_,
                  "SELECT seq FROM article WHERE id = ?1 AND seq IS NOT NULL UNION ALL"
                  " SELECT seq FROM version WHERE article_id = ?1 AND replaced IS NOT NULL"
                  " ORDER BY seq");
    row.bind(0, id);
    std::vector<Seq> out;
    while (row.step()) out.push_back(Seq(row.number(0)));
    return out;
}

// A file, or a folder above it: whole components of the path, as given or absolute.
std::vector<Seq> ArticleStore::by_path(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    const std::string wanted =
        '/' + std::string(path.starts_with('/') ? path.substr(1) : path) + '/';
    Statement row(database_,
                  "SELECT v.seq FROM source_file f JOIN version v ON v.file_id = f.id"
                  " WHERE instr('/' || f.path || '/', ?1) OR instr('/' || f.absolute || '/', ?1)");
    row.bind(0, wanted);
    std::vector<Seq> out;
    while (row.step()) out.push_back(Seq(row.number(0)));
    return out;
}

std::optional<SavedSearch> ArticleStore::saved_search(const std::string& name) {
    return store::saved_search(database_, name);
}

std::vector<Place> ArticleStore::places(std::int64_t file_id) {
    Statement row(database_,
                  "SELECT member, record, guid FROM version WHERE file_id = ? AND replaced IS NULL"
                  " ORDER BY member, record");
    row.bind(0, file_id);
    std::vector<Place> out;
    while (row.step()) out.push_back({row.text(0), std::uint64_t(row.number(1)), row.text(2)});
    return out;
}

}  // namespace morgue::store
