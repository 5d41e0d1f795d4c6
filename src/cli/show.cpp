// morgue show: whole articles by their ids.
#include <array>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>
#include <morgue/ingest.hpp>
#include <optional>
#include <stop_token>

#include "cli/article_ids.hpp"
#include "cli/command.hpp"
#include "cli/date_option.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "render/output.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"as-of",  0, "DATE",                  "the text that the archive held at the end of that day, or at that moment"},
    Option{"why",    0, "",                      "say where each field comes from, by reading its file again"},
    Option{"format", 0, "text|json|jsonl|ninjs", "how articles are printed (text)"},
};

constexpr std::string_view text = R"(Ids stand in what `morgue search` prints; they never change.

  morgue show 7
  morgue search oil --format ids | xargs morgue show --format jsonl
  morgue show 7 --why
)";
// clang-format on

// What its file says today; what is stored does not tell where it came from.
std::optional<Article> read_again(const Article& stored) {
    std::optional<Article> found;
    IngestOptions again;
    const std::size_t member = stored.path.find('!');  // of a container: "news.zip!page.html"
    again.paths = {stored.path.substr(0, member)};
    if (member == std::string::npos) again.format = stored.format;
    again.jobs = 1;
    again.entities = false;
    again.why = true;
    std::stop_source enough;
    const auto look = [&](const Article& article) {
        if (article.path == stored.path && article.record == stored.record && !found) {
            found = article;
            enough.request_stop();
        }
    };
    try {
        morgue::parse(again, look, {}, enough.get_token());
    } catch (const Error&) {
        return std::nullopt;  // the file is gone
    }
    return found;
}

void explain(Article& article, Console& console) {
    const std::string name = "article " + std::to_string(article.id);
    auto again = read_again(article);
    if (!again)
        return console.complain(name + ": " + article.path +
                                " cannot be read any more, so it is not known where its fields "
                                "come from");
    if (again->headline != article.headline || again->body != article.body)
        console.complain(name + ": " + article.path +
                         " has changed since; what follows is how it reads now");
    article.origins = std::move(again->origins);
}

std::optional<Article> held_then(const ArchiveReader& archive, ArticleId id,
                                 std::chrono::sys_seconds then) {
    for (Revision& version : archive.history(id))
        if (version.added <= then && (!version.replaced || *version.replaced > then))
            return std::move(version.article);
    return std::nullopt;
}

}  // namespace

const Manual show_manual{options, text};

int show(const Arguments& arguments, Console& console) {
    const auto& format = *render::find_output_format(arguments.value("format", "text"));
    std::vector<ArticleId> ids;
    for (const std::string& typed : arguments.operands()) ids.push_back(read_id(typed));

    const ArchiveReader archive(archive_folder(arguments));
    std::optional<std::chrono::sys_seconds> as_of;
    if (arguments.has("as-of")) as_of = date_option(arguments, "as-of").last();
    std::string out;
    std::size_t shown = 0;
    for (const ArticleId id : ids) {
        if (auto article = as_of ? held_then(archive, id, *as_of) : archive.article(id)) {
            if (arguments.has("why")) explain(*article, console);
            format.article(out, *article, {console.style()}, shown++);
        } else if (as_of) {
            console.complain("the archive held no article " + std::to_string(id) + " then");
        } else {
            tell_unknown(id, console);
        }
    }
    console.page(out);
    return shown == ids.size() ? done : nothing_found;
}

}  // namespace morgue::cli
