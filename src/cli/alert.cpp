// morgue alert: what is new in saved searches.
#include <algorithm>
#include <array>
#include <chrono>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>
#include <morgue/saved.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/saved_names.hpp"
#include "render/alert.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"limit",  'n', "N|all",          "at most so many articles of each search (100)"},
    Option{"peek",   0,   "",               "tell the same again next time"},
    Option{"format", 0,   "text|json|atom", "how they are printed (text); json: an answer a line"},
};

constexpr std::string_view text = R"(New is what was stored or changed since the alert was last given, or since the search was saved.
Without names, every saved search is looked at. Exit code 1: nothing is new.

  morgue alert
  morgue alert cartels --format atom > cartels.xml
)";
// clang-format on

std::vector<SavedSearch> chosen(const Arguments& arguments, std::vector<SavedSearch> searches) {
    const auto& names = arguments.operands();
    if (searches.empty())
        throw Error(Error::Kind::usage, "no search is saved in this archive",
                    "morgue save NAME QUERY saves one");
    for (const std::string& name : names) must_be_saved(name, searches);
    if (!names.empty())
        std::erase_if(searches, [&](const SavedSearch& each) {
            return std::find(names.begin(), names.end(), each.name) == names.end();
        });
    return searches;
}

render::Alert look(const ArchiveReader& archive, const SavedSearch& search, std::size_t limit) {
    SearchRequest request;
    request.query = search.query;
    request.match = search.match;
    request.sort = SearchRequest::Sort::newest;
    request.count = std::min(limit, ArchiveReader::max_window);
    request.after = search.seen;
    request.suggest = false;
    return {search, archive.search(request)};
}

std::string print(const Arguments& arguments, const ArchiveReader& archive,
                  const std::vector<render::Alert>& alerts, const Console& console) {
    using namespace std::chrono;
    std::string out;
    const std::string format = arguments.value("format", "text");
    if (format == "json")
        render::json_alerts(out, alerts);
    else if (format == "atom")
        render::atom_alerts(out, alerts, archive.stats().uuid,
                            utc_date(floor<seconds>(system_clock::now())));
    else
        render::text_alerts(out, alerts, console.style());
    return out;
}

}  // namespace

const Manual alert_manual{options, text};

int alert(const Arguments& arguments, Console& console) {
    SavedSearches store(archive_folder(arguments));
    const ArchiveReader archive(archive_folder(arguments));
    std::vector<render::Alert> alerts;
    std::size_t total = 0;
    for (const SavedSearch& search : chosen(arguments, store.list())) {
        alerts.push_back(look(archive, search, arguments.number("limit", 100)));
        total += alerts.back().result.total;
    }
    console.page(print(arguments, archive, alerts, console));
    if (!arguments.has("peek"))  // only now that it was told
        for (const render::Alert& each : alerts) store.mark_seen(each.search.name, archive.mark());
    return total > 0 ? done : nothing_found;
}

}  // namespace morgue::cli
