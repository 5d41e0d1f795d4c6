#include "store/recorder.hpp"

#include <algorithm>

#include "store/compress.hpp"
#include "store/pack.hpp"

namespace morgue::store {

Packed pack(const Article& article, const core::Hash& key, const core::Hash& hash,
            std::uint32_t words) {
    return {key,
            hash,
            compress(article.body),
            compress(pack_entities(article)),
            compress(pack_problems(article.problems)),
            {},
            words};
}

Recorder::Recorder(Database& database)
    : database_(database),
      find_file_(database,
                 "SELECT id FROM source_file WHERE absolute = ? AND size = ? AND mtime = ?"
                 " AND how = ? AND complete = 1"),
      upsert_file_(database,
                   "INSERT INTO source_file (path, absolute, size, mtime, how, complete)"
                   " VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (absolute) DO UPDATE SET"
                   " path = excluded.path, size = excluded.size, mtime = excluded.mtime,"
                   " how = excluded.how, complete = 0 RETURNING id"),
      finish_file_(database, "UPDATE source_file SET complete = 1 WHERE id = ?"),
      find_(database,
            "SELECT a.id, a.seq, v.hash, v.file_id, v.record, v.updated, v.published, v.added"
            " FROM article a LEFT JOIN version v ON v.seq = a.seq WHERE a.key = ?"),
      insert_article_(database, "INSERT INTO article (key) VALUES (?)"),
      insert_version_(
          database,
          "INSERT INTO version (article_id, file_id, record, member, hash, added, format, guid, "
          "url,"
          " headline, subheadline, slugline, byline, authors, dateline, located, published,"
          " published_at, updated, source, copyright, section, keywords, language, summary,"
          " words, problems, entities, body) VALUES"
          " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      set_seq_(database, "UPDATE article SET seq = ? WHERE id = ?"),
      bury_(database, "INSERT OR IGNORE INTO dead (seq) VALUES (?)"),
      keep_(database, "UPDATE version SET replaced = ? WHERE seq = ?"),
      delete_version_(database, "DELETE FROM version WHERE seq = ?"),
      saw_(database, "INSERT OR IGNORE INTO sighting (file_id, article_id) VALUES (?, ?)") {}

std::optional<std::int64_t> Recorder::unchanged_file(const FileState& file) {
    if (file.mtime == FileState::no_time) return std::nullopt;
    find_file_.bind(0, file.absolute).bind(1, file.size).bind(2, file.mtime).bind(3, file.how);
    std::optional<std::int64_t> id;
    if (find_file_.step()) id = find_file_.number(0);
    find_file_.reset();
    return id;
}

std::int64_t Recorder::begin_file(const FileState& file) {
    upsert_file_.bind(0, file.path).bind(1, file.absolute).bind(2, file.size);
    upsert_file_.bind(3, file.mtime).bind(4, file.how);
    upsert_file_.step();
    const std::int64_t id = upsert_file_.number(0);
    upsert_file_.run();
    return id;
}

void Recorder::finish_file(std::int64_t file_id) {
    finish_file_.bind(0, file_id).run();
}

std::optional<Known> Recorder::find(const core::Hash& key) {
    find_.bind_blob(0, core::bytes(key));
    std::optional<Known> known;
    if (find_.step()) {
        known.emplace();
        known->id = find_.number(0);
        known->seq = Seq(find_.number(1));
        const std::string_view hash = find_.view(2);
        std::copy_n(hash.begin(), std::min(hash.size(), known->hash.size()), known->hash.begin());
        known->file_id = find_.number(3);
        known->record = std::uint64_t(find_.number(4));
        known->updated = find_.text(5);
        known->published = find_.text(6);
        known->added = std::chrono::sys_seconds(std::chrono::seconds(find_.number(7)));
    }
    find_.reset();
    return known;
}

Seq Recorder::add(const Article& article, const Packed& packed, const Known* known, bool keep_known,
                  std::int64_t file_id, std::chrono::sys_seconds added, ArticleId& id) {
    if (known && known->seq) keep_known ? keep(known->seq, added) : bury(known->seq);
    if (!known) insert_article_.bind_blob(0, core::bytes(packed.key)).run();
    id = known ? known->id : database_.last_id();

    Statement& row = insert_version_;
    const std::string authors = join_lines(article.authors),
                      keywords = join_lines(article.keywords);
    const std::string published = article.published ? article.published->iso() : "";
    const std::string updated = article.updated ? article.updated->iso() : "";
    int at = 0;
    for (const std::int64_t number : {id, file_id, std::int64_t(article.record)})
        row.bind(at++, number);
    row.bind(at++, packed.member);
    row.bind_blob(at++, core::bytes(packed.hash));
    row.bind(at++, std::int64_t(added.time_since_epoch().count()));
    for (const std::string* text : {&article.format, &article.guid, &article.url, &article.headline,
                                    &article.subheadline, &article.slugline, &article.byline,
                                    &authors, &article.dateline, &article.located, &published})
        row.bind(at++, *text);
    if (article.published)
        row.bind(at++, article.published->first().time_since_epoch().count());
    else
        row.bind_null(at++);
    for (const std::string* text : {&updated, &article.source, &article.copyright, &article.section,
                                    &keywords, &article.language, &article.summary})
        row.bind(at++, *text);
    row.bind(at++, std::int64_t(packed.words));
    for (const std::string* blob : {&packed.problems, &packed.entities, &packed.body})
        row.bind_blob(at++, *blob);
    row.run();
    const auto seq = Seq(database_.last_id());
    set_seq_.bind(0, std::int64_t(seq)).bind(1, id).run();
    return seq;
}

void Recorder::bury(Seq seq) {
    bury_.bind(0, std::int64_t(seq)).run();
    delete_version_.bind(0, std::int64_t(seq)).run();
    left_.push_back(seq);
}

void Recorder::keep(Seq seq, std::chrono::sys_seconds until) {
    keep_.bind(0, std::int64_t(until.time_since_epoch().count())).bind(1, std::int64_t(seq)).run();
    left_.push_back(seq);
}

void Recorder::saw(std::int64_t file_id, ArticleId id) {
    saw_.bind(0, file_id).bind(1, id).run();
}

std::uint64_t Recorder::purge(const std::vector<std::int64_t>& files) {
    Statement forget(database_, "DELETE FROM sighting WHERE file_id = ?");
    for (const std::int64_t file : files) forget.bind(0, file).run();
    std::vector<ArticleId> lost;
    Statement unseen(database_,
                     "SELECT a.id FROM article a WHERE a.seq IS NOT NULL AND NOT EXISTS"
                     " (SELECT 1 FROM sighting s WHERE s.article_id = a.id)");
    while (unseen.step()) lost.push_back(unseen.number(0));
    Statement empty(database_, "UPDATE article SET seq = NULL WHERE id = ?");
    ArticleStore articles(database_);
    for (const ArticleId id : lost) {
        for (const Seq seq : articles.by_id(id)) bury(seq);  // its earlier versions, too
        empty.bind(0, id).run();
    }
    // An article seen elsewhere too keeps its version's file row: it says where the text is from.
    Statement drop(database_,
                   "DELETE FROM source_file WHERE id = ?1 AND NOT EXISTS"
                   " (SELECT 1 FROM version WHERE file_id = ?1)");
    for (const std::int64_t file : files) drop.bind(0, file).run();
    return lost.size();
}

std::vector<std::pair<std::int64_t, std::string>> Recorder::files() {
    Statement row(database_, "SELECT id, absolute FROM source_file");
    std::vector<std::pair<std::int64_t, std::string>> out;
    while (row.step()) out.emplace_back(row.number(0), row.text(1));
    return out;
}

std::int64_t Recorder::add_segment(Seq first, Seq last, std::uint64_t articles) {
    Statement row(database_,
                  "INSERT INTO segment (first_seq, last_seq, articles, bytes) VALUES (?, ?, ?, 0)");
    row.bind(0, std::int64_t(first))
        .bind(1, std::int64_t(last))
        .bind(2, std::int64_t(articles))
        .run();
    return database_.last_id();
}

void Recorder::set_segment_bytes(std::int64_t id, std::uint64_t bytes) {
    Statement(database_, "UPDATE segment SET bytes = ? WHERE id = ?")
        .bind(0, std::int64_t(bytes))
        .bind(1, id)
        .run();
}

void Recorder::remove_segment(std::int64_t id) {
    Statement(database_, "DELETE FROM segment WHERE id = ?").bind(0, id).run();
}

void Recorder::forget_dead(std::span<const Seq> dead) {
    Statement forget(database_, "DELETE FROM dead WHERE seq = ?");
    for (const Seq seq : dead) forget.bind(0, seq).run();
}

void Recorder::set_index_schema(int schema) {
    Statement(database_, "UPDATE meta SET index_schema = ?").bind(0, std::int64_t(schema)).run();
}

void Recorder::next_revision() {
    database_.run("UPDATE meta SET revision = revision + 1");
}

}  // namespace morgue::store
