// morgue history and morgue diff: the texts that an article has had.
#include <array>
#include <charconv>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>

#include "cli/article_ids.hpp"
#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "render/revision.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"format", 0, "text|json", "how it is printed (text)"},
};

constexpr std::string_view history_text = R"(When the archive took in each text, and what changed with it. The same article is the one with the same
guid, else the same address, else the same place in the same file.

  morgue history 17
)";

constexpr std::string_view diff_text = R"(Compares two versions sentence by sentence; without numbers the last two, with one number that version
and the current one. `morgue history` counts them, from 1.

  morgue diff 17
  morgue diff 17 1 3
)";
// clang-format on

std::size_t read_version(const std::string& typed, std::size_t count) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (error == std::errc{} && end == typed.data() + typed.size() && number > 0 && number <= count)
        return number;
    throw Error(
        Error::Kind::usage, "'" + typed + "' is not one of its versions",
        "there are " + std::to_string(count) + ", counted from 1; `morgue history` lists them");
}

bool as_json(const Arguments& arguments) {
    return arguments.value("format", "text") == "json";
}

}  // namespace

const Manual history_manual{options, history_text};
const Manual diff_manual{options, diff_text};

int history(const Arguments& arguments, Console& console) {
    const ArticleId id = read_id(arguments.operands().front());
    const auto versions = ArchiveReader(archive_folder(arguments)).history(id);
    if (versions.empty()) return tell_unknown(id, console);
    std::string out;
    if (as_json(arguments))
        render::json_history(out, versions);
    else
        render::text_history(out, versions, console.style());
    console.page(out);
    return done;
}

int diff(const Arguments& arguments, Console& console) {
    const auto& typed = arguments.operands();
    const ArticleId id = read_id(typed.front());
    const auto versions = ArchiveReader(archive_folder(arguments)).history(id);
    if (versions.empty()) return tell_unknown(id, console);
    const std::size_t count = versions.size();
    if (count == 1 && typed.size() == 1) {
        console.complain("article " + std::to_string(id) + " has one version");
        return nothing_found;
    }
    const render::VersionPair pair{versions,
                                   typed.size() > 1 ? read_version(typed[1], count) : count - 1,
                                   typed.size() > 2 ? read_version(typed[2], count) : count};
    std::string out;
    if (as_json(arguments))
        render::json_diff(out, pair);
    else
        render::text_diff(out, pair, console.style());
    console.page(out);
    return done;
}

}  // namespace morgue::cli
