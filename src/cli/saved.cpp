// morgue save and morgue saved: searches that are kept in the archive.
#include <algorithm>
#include <array>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>
#include <morgue/saved.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/saved_names.hpp"
#include "cli/search_request.hpp"
#include "cli/suggest.hpp"
#include "render/alert.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array save_options{
    match_option, strict_option,
};
constexpr std::string_view save_text = R"(`morgue alert` tells what is new in it from now on; saved:NAME stands for it in other queries. A
search of that name is replaced.

  morgue save cartels '(cartel OR "price fixing") AND source:reuters'
  morgue search saved:cartels AND date:-7d..
)";

constexpr std::array saved_options{
    Option{"format", 0, "text|json", "how they are listed (text)"},
};
constexpr std::string_view saved_text = R"(  morgue saved                   the saved searches
  morgue saved remove NAME...    forgets some
)";
// clang-format on

}  // namespace

const Manual save_manual{save_options, save_text};
const Manual saved_manual{saved_options, saved_text};

void must_be_saved(const std::string& name, const std::vector<SavedSearch>& searches) {
    std::vector<std::string_view> names;
    for (const SavedSearch& each : searches) {
        if (each.name == name) return;
        names.push_back(each.name);
    }
    throw Error(Error::Kind::usage, "there is no saved search '" + name + "'",
                did_you_mean(name, names, "", "`morgue saved` lists them"));
}

int save(const Arguments& arguments, Console& console) {
    SavedSearch search;
    search.name = arguments.operands().front();
    if (!is_saved_name(search.name))
        throw Error(Error::Kind::usage, "'" + search.name + "' cannot be the name of a search",
                    "letters, digits and . - _ make a name, e.g. price-fixing");
    for (std::size_t i = 1; i < arguments.operands().size(); ++i)
        search.query.append(i > 1 ? " " : "").append(arguments.operands()[i]);
    if (arguments.value("match", "all") == "any") search.match = SearchRequest::Match::any;

    const ArchiveReader archive(archive_folder(arguments));
    SearchRequest request;
    request.query = search.query;
    request.match = search.match;
    request.count = 0;
    const SearchResult result = archive.search(request);
    tell_problems(arguments, search.query, result.problems, console);
    search.seen = archive.mark();
    const bool replaced = SavedSearches(archive_folder(arguments)).save(search);
    if (!console.quiet())
        console.message((replaced ? "replaced " : "saved ") + search.name + ", which finds " +
                        std::to_string(result.total) + " now\n");
    return done;
}

int saved(const Arguments& arguments, Console& console) {
    SavedSearches store(archive_folder(arguments));
    const std::vector<SavedSearch> searches = store.list();
    const auto& operands = arguments.operands();
    if (operands.empty() || (operands.size() == 1 && operands.front() == "list")) {
        std::string out;
        if (arguments.value("format", "text") == "json")
            render::json_saved(out, searches);
        else
            render::text_saved(out, searches, console.style());
        console.page(out);
        return searches.empty() ? nothing_found : done;
    }
    if (operands.front() != "remove" || operands.size() < 2)
        throw Error(Error::Kind::usage, "saved does not know what to do",
                    "usage: morgue saved [list | remove NAME...]");
    for (std::size_t i = 1; i < operands.size(); ++i) must_be_saved(operands[i], searches);
    for (std::size_t i = 1; i < operands.size(); ++i) store.remove(operands[i]);
    return done;
}

}  // namespace morgue::cli
