// morgue show: whole articles by their ids.
#include <array>
#include <charconv>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "render/output.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"format", 0, "text|json|jsonl|ninjs", "how articles are printed (text)"},
};

constexpr std::string_view text = R"(Ids stand in what `morgue search` prints; they never change.

  morgue show 7
  morgue search oil --format ids | xargs morgue show --format jsonl
)";
// clang-format on

ArticleId read_id(const std::string& typed) {
    ArticleId id = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), id);
    if (error == std::errc{} && end == typed.data() + typed.size() && id > 0) return id;
    throw Error(Error::Kind::usage, "'" + typed + "' is not an article's id",
                "ids are numbers; `morgue search guid:...` finds an article by its identifier");
}

}  // namespace

const Manual show_manual{options, text};

int show(const Arguments& arguments, Console& console) {
    const auto& format = *render::find_output_format(arguments.value("format", "text"));
    std::vector<ArticleId> ids;
    for (const std::string& typed : arguments.operands()) ids.push_back(read_id(typed));

    const ArchiveReader archive(archive_folder(arguments));
    std::string out;
    std::size_t shown = 0;
    for (const ArticleId id : ids) {
        if (const auto article = archive.article(id))
            format.article(out, *article, console.style(), shown++);
        else
            console.complain("there is no article " + std::to_string(id) + " in this archive");
    }
    console.page(out);
    return shown == ids.size() ? done : nothing_found;
}

}  // namespace morgue::cli
