// morgue tag: puts tags on what a query finds, or lists those there are.
#include <algorithm>
#include <array>
#include <morgue/annotations.hpp>
#include <morgue/error.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/search_request.hpp"
#include "cli/wait.hpp"
#include "render/annotations.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array options{
    Option{"add",    0, "TAG",           "the same as +TAG; repeatable"},
    Option{"remove", 0, "TAG",           "the same as -TAG; repeatable"},
    wait_option, match_option,
    Option{"format", 0, "text|json|csv", "how tags are listed (text)"},
    strict_option, lang_option,
};

constexpr std::string_view text = R"(Tags stay with an article when it changes and when the index is made anew; purging the article removes
them. label:TAG finds them again, has:label all that have one. A tag is made of letters, digits and
. - _ / ; capitals and accents make no other tag.

  morgue tag +lead -- 'harbour date:2025'   tags whatever is found
  morgue tag +checked -lead -- id:17
  morgue tag                                lists the tags, with how many articles have each
  morgue tag -- source:reuters              the same, within what is found
)";
// clang-format on

void check(const std::vector<std::string>& tags) {
    for (const std::string& tag : tags)
        if (!is_tag(tag))
            throw Error(Error::Kind::usage, "'" + tag + "' cannot be a tag",
                        "letters, digits and . - _ / make one, e.g. +price-fixing");
}

TagChange change_of(const Arguments& arguments) {
    TagChange change{arguments.values("add"), arguments.values("remove")};
    check(change.add);
    check(change.remove);
    for (const std::string& tag : change.add)
        if (std::find(change.remove.begin(), change.remove.end(), tag) != change.remove.end())
            throw Error(Error::Kind::usage, tag + " is to be added and removed",
                        "leave one of the two away");
    return change;
}

int list(const Arguments& arguments, Console& console) {
    const ArchiveReader archive(archive_folder(arguments));
    std::vector<TagCount> tags;
    if (arguments.operands().empty()) {
        tags = archive.tags();
    } else {
        const SearchRequest request = search_request(arguments);
        tell_problems(arguments, request, archive, console);
        tags = archive.tags(request);
    }
    std::string out;
    const std::string format = arguments.value("format", "text");
    if (format == "json")
        render::json_tags(out, tags);
    else if (format == "csv")
        render::csv_tags(out, tags, console.style());
    else
        render::text_tags(out, tags, console.style());
    console.page(out);
    return tags.empty() ? nothing_found : done;
}

}  // namespace

const Manual tag_manual{options, text};

std::vector<std::string> tag_options(std::span<const std::string> typed) {
    std::vector<std::string> out;
    bool query = false;
    for (const std::string& each : typed) {
        query = query || each == "--";
        const bool tag = !query && each.size() > 1;
        if (tag && each[0] == '+')
            out.push_back("--add=" + each.substr(1));
        else if (tag && each[0] == '-' && each[1] != '-' && each.size() > 2)
            out.push_back("--remove=" + each.substr(1));
        else
            out.push_back(each);
    }
    return out;
}

int tag(const Arguments& arguments, Console& console) {
    const TagChange change = change_of(arguments);
    if (change.add.empty() && change.remove.empty()) return list(arguments, console);
    if (arguments.operands().empty())
        throw Error(Error::Kind::usage, "it is not said which articles are to be tagged",
                    "morgue tag +TAG -- QUERY; `*` finds all");
    const SearchRequest request = search_request(arguments);
    Annotator annotator(archive_folder(arguments), wait_of(arguments));
    std::vector<ArticleId> ids;
    {
        const ArchiveReader archive(archive_folder(arguments));
        tell_problems(arguments, request, archive, console);
        archive.each_id(request, [&](ArticleId id) {
            ids.push_back(id);
            return true;
        });
    }
    if (ids.empty()) {
        tell_nothing_found({}, console);
        return nothing_found;
    }
    const std::uint64_t changed = annotator.tag(ids, change);
    if (!console.quiet()) console.message(render::tagged_text(changed, ids.size()) + '\n');
    return done;
}

}  // namespace morgue::cli
