// morgue facets and morgue entities: the values of fields, counted within what a query finds.
#include <array>
#include <morgue/archive.hpp>
#include <morgue/error.hpp>

#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/places.hpp"
#include "cli/search_request.hpp"
#include "render/output.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr Option limit_option {"limit",  'n', "N|all",             "at most so many values of each field (10)"};
constexpr Option count_option {"count",  0,   "articles|stories|words", "what is counted; stories: copies are one (articles)"};
constexpr Option format_option{"format", 0,   "text|json|csv|tsv", "how the counts are printed (text)"};

constexpr std::array facets_options{
    Option{"by", 0, "NAME", "the field whose values are counted; repeatable"},
    count_option, multi_select_option, limit_option, match_option, format_option, strict_option,
    lang_option,
};
constexpr std::string_view facets_text = R"(`morgue fields` tells which fields can be counted. Without a query the whole archive is counted.

  morgue facets oil --by source
  morgue facets 'date:2025' --by month --by person --limit all --format csv
  morgue facets 'oil source:reuters' --by source --multi-select
)";

constexpr std::array entities_options{
    Option{"type", 0, "person|organisation|place", "only these; repeatable (all three)"},
    count_option, limit_option, match_option, format_option, strict_option, lang_option,
};
constexpr std::string_view entities_text = R"(Counts are articles, not mentions; with --count stories each story counts once, however many print it.

  morgue entities
  morgue entities oil --type person --limit 20
)";
// clang-format on

int count(const Arguments& arguments, Console& console, std::vector<Field::Id> fields) {
    SearchRequest request = search_request(arguments);
    take_counting(arguments, request);
    if (request.facet_count == SearchRequest::Count::stories)
        request.collapse = SearchRequest::Collapse::story;  // the total, too
    request.facets = std::move(fields);
    request.count = 0;
    request.snippets = false;
    const std::uint64_t limit = arguments.number("limit", 10);
    if (limit == 0)
        throw Error(Error::Kind::usage, "--limit 0 would print nothing", "give a number or all");
    request.buckets = limit > ArchiveReader::max_window ? 0 : limit;  // 0 means all there

    const auto& format = *render::find_output_format(arguments.value("format", "text"));
    const ArchiveReader archive(archive_folder(arguments));
    const SearchResult result = archive.search(request);
    tell_problems(arguments, request.query, result.problems, console);
    std::string out;
    format.facets(out, {request, result, console.style()});
    console.page(out);
    if (result.total > 0) return done;
    tell_nothing_found(result, console);
    return nothing_found;
}

}  // namespace

const Manual facets_manual{facets_options, facets_text};
const Manual entities_manual{entities_options, entities_text};

int facets(const Arguments& arguments, Console& console) {
    std::vector<Field::Id> fields;
    for (const std::string& name : arguments.values("by"))
        fields.push_back(facet_named(name, "by"));
    if (fields.empty())
        throw Error(Error::Kind::usage, "facets needs --by NAME",
                    "e.g. morgue facets oil --by source; `morgue fields` lists the names");
    return count(arguments, console, std::move(fields));
}

int entities(const Arguments& arguments, Console& console) {
    std::vector<Field::Id> fields;
    for (const std::string& name : arguments.values("type"))
        fields.push_back(facet_named(name, "type"));
    if (fields.empty()) fields = {Field::Id::person, Field::Id::organisation, Field::Id::place};
    return count(arguments, console, std::move(fields));
}

}  // namespace morgue::cli
