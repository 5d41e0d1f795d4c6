#pragma once
// The tables of tags and notes.
#include <functional>
#include <morgue/article.hpp>
#include <string>
#include <utility>
#include <vector>

#include "store/articles.hpp"
#include "store/database.hpp"

namespace morgue::store {

std::vector<std::string> tag_names(Database& database);  // sorted

// The articles of a tag; of all tags, with the name, in order of name and id.
std::vector<Seq> tagged(Database& database, const std::string& name);
void each_tag(Database& database,
              const std::function<void(std::string_view name, ArticleId id)>& visit);

// Every note, with the current version of its article.
void each_note(Database& database,
               const std::function<void(Seq seq, std::string_view text)>& visit);

// Reads what is said of articles, one after the other.
class Annotations {
public:
    explicit Annotations(Database& database);

    void read(Article& article);  // by its id

private:
    Statement tags_, note_;
};

// True if that is something new.
bool add_tag(Database& database, const std::string& name, ArticleId id);
bool remove_tag(Database& database, const std::string& name, ArticleId id);
bool set_note(Database& database, ArticleId id, const std::string& text);  // empty: none

// Whether it is in the archive, and was not purged.
bool is_article(Database& database, ArticleId id);

}  // namespace morgue::store
