// morgue copies: the other articles that print the text of one.
#include <array>
#include <morgue/archive.hpp>
#include <morgue/difference.hpp>

#include "cli/article_ids.hpp"
#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "render/difference.hpp"
#include "render/story.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"diff",   0, "",          "what each copy changed of the first one, sentence by sentence"},
    Option{"first",  0, "",          "only the copy that was published first"},
    Option{"format", 0, "text|json", "how they are printed (text)"},
};

constexpr std::string_view text = R"(Who published first stands first. A date without a clock is taken for the end of its day, so whether the
first copy was really the first is said where it is not certain. Punctuation, quotation marks and case
are no change.

  morgue copies 17
  morgue copies 17 --diff
)";
// clang-format on

}  // namespace

const Manual copies_manual{options, text};

int copies(const Arguments& arguments, Console& console) {
    const ArticleId id = read_id(arguments.operands().front());
    const ArchiveReader archive(archive_folder(arguments));
    auto story = archive.story_of(id);
    if (!story) return tell_unknown(id, console);

    render::StoryView view{*story, {}, arguments.has("first")};
    if (arguments.has("diff")) {
        const auto first = archive.article(story->copies.front().id);
        for (const StoryCopy& copy : story->copies)
            view.differences.push_back(
                difference(*first, *archive.article(copy.id), CompareBy::words));
    }
    std::string out;
    if (arguments.value("format", "text") == "json")
        render::json_copies(out, view);
    else
        render::text_copies(out, view, console.style());
    console.page(out);
    if (story->copies.size() > 1) return done;
    if (!console.quiet()) console.complain("article " + std::to_string(id) + " has no copies");
    return nothing_found;
}

}  // namespace morgue::cli
