// morgue stories: which articles are copies of one another.
#include <array>
#include <morgue/archive.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/listing.hpp"
#include "cli/places.hpp"
#include "cli/search_request.hpp"
#include "render/story.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"limit",  'n', "N|all",      "at most so many stories (10; all as jsonl)"},
    Option{"format", 0,   "text|jsonl", "how they are printed (text)"},
    match_option, strict_option, lang_option,
};

constexpr std::string_view text = R"(A story is a group of articles that print one text, with other headlines, cut, or slightly changed.
Those with most copies come first; with a query, those of which it finds some copy. Within a story, who
published first stands first.

  morgue stories
  morgue stories 'rotterdam date:2025-03'
  morgue stories --format jsonl

`morgue copies ID` tells what each copy changed; `morgue search --collapse story` shows each story once.
)";
// clang-format on

}  // namespace

const Manual stories_manual{options, text};

int stories(const Arguments& arguments, Console& console) {
    const SearchRequest request = search_request(arguments);
    Listing listing(arguments, console);
    const ArchiveReader archive(archive_folder(arguments));
    SearchRequest counting = request;
    counting.count = 0;
    const SearchResult found = archive.search(counting);
    tell_problems(arguments, request.query, found.problems, console);

    const std::uint64_t count = archive.each_story(request, [&](const Story& story) {
        return listing.take([&](std::string& out) {
            if (listing.lines())
                render::jsonl_story(out, story);
            else
                render::text_story(out, story, console.style());
        });
    });
    if (count > 0) {
        listing.finish([&](std::string& out, std::uint64_t shown) {
            render::text_stories_shown(out, shown, count, console.style());
        });
        return done;
    }
    if (found.total == 0)
        tell_nothing_found(found, console);
    else if (!console.quiet())
        console.complain("none of the articles found has a copy");
    return nothing_found;
}

}  // namespace morgue::cli
