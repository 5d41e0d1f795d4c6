#pragma once
// The forms of the query language, for people: `morgue help query` and docs/query-language.md are
// made from this one table.
#include <span>
#include <string_view>
#include <vector>

namespace morgue {

struct QueryForm {
    enum class Group { words, combining, distance, fields, dates };

    Group group;
    std::string_view examples;  // parted by two blanks; each is a query
    std::string_view means;
};

// In order of their groups.
std::span<const QueryForm> query_forms();

std::string_view title(QueryForm::Group group);

std::vector<std::string_view> examples(const QueryForm& form);

}  // namespace morgue
