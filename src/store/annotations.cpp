#include "store/annotations.hpp"

namespace morgue::store {

std::vector<std::string> tag_names(Database& database) {
    Statement row(database, "SELECT DISTINCT name FROM tag ORDER BY name");
    std::vector<std::string> out;
    while (row.step()) out.push_back(row.text(0));
    return out;
}

std::vector<Seq> tagged(Database& database, const std::string& name) {
    Statement row(database,
                  "SELECT a.seq FROM tag t JOIN article a ON a.id = t.article_id"
                  " WHERE t.name = ?1 AND a.seq IS NOT NULL UNION ALL"
                  " SELECT v.seq FROM tag t JOIN version v ON v.article_id = t.article_id"
                  " WHERE t.name = ?1 AND v.replaced IS NOT NULL");
    row.bind(0, name);
    std::vector<Seq> out;
    while (row.step()) out.push_back(Seq(row.number(0)));
    return out;
}

void each_tag(Database& database,
              const std::function<void(std::string_view name, ArticleId id)>& visit) {
    Statement row(database, "SELECT name, article_id FROM tag ORDER BY name, article_id");
    while (row.step()) visit(row.view(0), row.number(1));
}

void each_note(Database& database,
               const std::function<void(Seq seq, std::string_view text)>& visit) {
    Statement row(database,
                  "SELECT a.seq, n.text FROM note n JOIN article a ON a.id = n.article_id"
                  " WHERE a.seq IS NOT NULL UNION ALL"
                  " SELECT v.seq, n.text FROM note n JOIN version v ON v.article_id = n.article_id"
                  " WHERE v.replaced IS NOT NULL");
    while (row.step()) visit(Seq(row.number(0)), row.view(1));
}

Annotations::Annotations(Database& database)
    : tags_(database, "SELECT name FROM tag WHERE article_id = ? ORDER BY name"),
      note_(database, "SELECT text FROM note WHERE article_id = ?") {}

void Annotations::read(Article& article) {
    tags_.bind(0, article.id);
    while (tags_.step()) article.tags.push_back(tags_.text(0));
    tags_.reset();
    note_.bind(0, article.id);
    if (note_.step()) article.note = note_.text(0);
    note_.reset();
}

bool add_tag(Database& database, const std::string& name, ArticleId id) {
    Statement(database, "INSERT OR IGNORE INTO tag (name, article_id) VALUES (?, ?)")
        .bind(0, name)
        .bind(1, id)
        .run();
    return database.changes() > 0;
}

bool remove_tag(Database& database, const std::string& name, ArticleId id) {
    Statement(database, "DELETE FROM tag WHERE name = ? AND article_id = ?")
        .bind(0, name)
        .bind(1, id)
        .run();
    return database.changes() > 0;
}

bool set_note(Database& database, ArticleId id, const std::string& text) {
    if (text.empty()) {
        Statement(database, "DELETE FROM note WHERE article_id = ?").bind(0, id).run();
    } else {
        Statement(database,
                  "INSERT INTO note (article_id, text) VALUES (?1, ?2) ON CONFLICT (article_id)"
                  " DO UPDATE SET text = ?2 WHERE text IS NOT ?2")
            .bind(0, id)
            .bind(1, text)
            .run();
    }
    return database.changes() > 0;
}

bool is_article(Database& database, ArticleId id) {
    Statement row(database, "SELECT 1 FROM article WHERE id = ? AND seq IS NOT NULL");
    row.bind(0, id);
    return row.step();
}

}  // namespace morgue::store
