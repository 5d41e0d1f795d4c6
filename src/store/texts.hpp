#pragma once
// The texts of many articles, read one after the other.
#include <morgue/article.hpp>
#include <optional>

#include "store/articles.hpp"
#include "store/database.hpp"

namespace morgue::store {

class TextReader {
public:
    enum class With : std::uint8_t { texts, entities };

    // What is read of each article: its texts, or its texts and the entities in them.
    TextReader(Database& database, With with);

    // Id, headline, subheadline, byline, summary, body, language, source, date of publication, and
    // entities where they were asked for. Nothing if there is no such version.
    std::optional<Article> at(Seq seq);

private:
    Statement row_;
    With with_;
};

// The ids of many articles.
class IdReader {
public:
    explicit IdReader(Database& database);
    ArticleId at(Seq seq);  // 0 if there is no such version

private:
    Statement row_;
};

}  // namespace morgue::store
