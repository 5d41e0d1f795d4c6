// morgue facets: the values of fields, counted within what a query finds.
#include <array>
#include <morgue/error.hpp>

#include "cli/command.hpp"
#include "cli/count_values.hpp"
#include "cli/search_request.hpp"

namespace morgue::cli {

namespace {

// clang-format off
constexpr std::array facets_options{
    Option{"by", 0, "NAME", "the field whose values are counted; repeatable"},
    count_option, copies_option, multi_select_option, buckets_option, match_option, counts_option, strict_option,
    lang_option,
};
constexpr std::string_view facets_text = R"(`morgue fields` tells which fields can be counted. Without a query the whole archive is counted.

  morgue facets oil --by source
  morgue facets 'date:2025' --by month --by person --limit all --format csv
  morgue facets 'oil source:reuters' --by source --multi-select
)";
// clang-format on

}  // namespace

const Manual facets_manual{facets_options, facets_text};

int facets(const Arguments& arguments, Console& console) {
    std::vector<Field::Id> fields;
    for (const std::string& name : arguments.values("by"))
        fields.push_back(facet_named(name, "by"));
    if (fields.empty())
        throw Error(Error::Kind::usage, "facets needs --by NAME",
                    "e.g. morgue facets oil --by source; `morgue fields` lists the names");
    return count_values(arguments, console, std::move(fields));
}

}  // namespace morgue::cli
