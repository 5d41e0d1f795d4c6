// morgue changed: the articles whose text has changed of late.
#include <array>
#include <morgue/archive.hpp>

#include "cli/command.hpp"
#include "cli/date_option.hpp"
#include "cli/exit_code.hpp"
#include "cli/listing.hpp"
#include "cli/places.hpp"
#include "cli/search_request.hpp"
#include "render/revision.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"since",  0,   "DATE",       "a date, or how long ago: 12h, 7d, 2w, 3m, 1y (7d)"},
    Option{"diff",   0,   "",           "show what changed, sentence by sentence"},
    Option{"limit",  'n', "N|all",      "at most so many articles (10; all as jsonl)"},
    Option{"format", 0,   "text|jsonl", "how they are printed (text)"},
    match_option, strict_option, lang_option,
};

constexpr std::string_view text = R"(The latest change comes first; times are those at which the archive took in the changed text. A query
narrows it to the articles that it finds now. New articles are no changes: `morgue search added:-7d..`
finds those.

  morgue changed
  morgue changed --since 2025-09-01 --diff source:reuters
)";
// clang-format on

}  // namespace

const Manual changed_manual{options, text};

int changed(const Arguments& arguments, Console& console) {
    const SearchRequest request = search_request(arguments);
    const Date since = date_option(arguments, "since", "7d");
    Listing listing(arguments, console);
    const ArchiveReader archive(archive_folder(arguments));
    SearchRequest counting = request;
    counting.count = 0;
    tell_problems(arguments, request.query, archive.search(counting).problems, console);

    const std::uint64_t count =
        archive.each_change(since.first(), request, [&](const Change& change) {
            return listing.take([&](std::string& out) {
                if (listing.lines())
                    render::jsonl_change(out, change);
                else
                    render::text_change(out, change, arguments.has("diff"), console.style());
            });
        });
    if (count > 0) {
        listing.finish([&](std::string& out, std::uint64_t shown) {
            render::text_changes_shown(out, shown, count, console.style());
        });
        return done;
    }
    if (!console.quiet()) console.complain("nothing has changed since " + since.iso());
    return nothing_found;
}

}  // namespace morgue::cli
