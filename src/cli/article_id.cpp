#include "cli/article_id.hpp"

#include <charconv>

namespace morgue::cli {

ArticleId read_article_id(const std::string& typed) {
    ArticleId id = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), id);
    if (error == std::errc{} && end == typed.data() + typed.size() && id > 0) return id;
    throw Error(Error::Kind::usage, "'" + typed + "' is not an article's id",
                "ids are numbers; `morgue search guid:...` finds an article by its identifier");
}

}  // namespace morgue::cli
