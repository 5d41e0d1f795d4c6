#include "store/texts.hpp"

#include "store/compress.hpp"
#include "store/pack.hpp"

namespace morgue::store {

namespace {

constexpr std::string_view texts =
    "SELECT article_id, headline, subheadline, byline, summary, language, source, published, body "
    "FROM version WHERE seq = ?";
constexpr std::string_view texts_and_entities =
    "SELECT article_id, headline, subheadline, byline, summary, language, source, published, body, "
    "entities FROM version WHERE seq = ?";

}  // namespace

TextReader::TextReader(Database& database, With with)
    : row_(database, with == With::texts ? texts : texts_and_entities), with_(with) {}

std::optional<Article> TextReader::at(Seq seq) {
    row_.reset();
    row_.bind(0, std::int64_t(seq));
    if (!row_.step()) return std::nullopt;
    Article out;
    out.id = row_.number(0);
    int column = 1;
    for (std::string* text :
         {&out.headline, &out.subheadline, &out.byline, &out.summary, &out.language, &out.source})
        *text = row_.text(column++);
    out.published = parse_iso_date(row_.view(column++));
    out.body = decompress(row_.view(column++));
    if (with_ == With::entities) unpack_entities(decompress(row_.view(column)), out);
    row_.reset();
    return out;
}

IdReader::IdReader(Database& database)
    : row_(database, "SELECT article_id FROM version WHERE seq = ?") {}

ArticleId IdReader::at(Seq seq) {
    row_.reset();
    row_.bind(0, std::int64_t(seq));
    const ArticleId id = row_.step() ? row_.number(0) : 0;
    row_.reset();
    return id;
}

}  // namespace morgue::store
