#include "cli/article_ids.hpp"

#include <charconv>
#include <morgue/error.hpp>

#include "cli/exit_code.hpp"

namespace morgue::cli {

ArticleId read_id(const std::string& typed) {
    ArticleId id = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), id);
    if (error == std::errc{} && end == typed.data() + typed.size() && id > 0) return id;
    throw Error(Error::Kind::usage, "'" + typed + "' is not an article's id",
                "ids are numbers; `morgue search guid:...` finds an article by its identifier");
}

int tell_unknown(ArticleId id, Console& console) {
    console.complain("there is no article " + std::to_string(id) + " in this archive");
    return nothing_found;
}

}  // namespace morgue::cli
