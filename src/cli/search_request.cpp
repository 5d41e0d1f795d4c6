#include "cli/search_request.hpp"

#include <morgue/error.hpp>

#include "cli/suggest.hpp"
#include "render/problem.hpp"
#include "render/tables.hpp"

namespace morgue::cli {

SearchRequest search_request(const Arguments& arguments) {
    SearchRequest request;
    for (const std::string& operand : arguments.operands())
        request.query.append(request.query.empty() ? "" : " ").append(operand);
    if (arguments.value("match", "all") == "any") request.match = SearchRequest::Match::any;
    request.languages = arguments.values("lang");
    take_ranking(arguments, request);
    return request;
}

void take_ranking(const Arguments& arguments, SearchRequest& request) {
    if (arguments.value("rank", "bm25") == "recent") request.rank = SearchRequest::Rank::recent;
    request.expand = arguments.has("expand");
}

SearchRequest::Count count_of(const Arguments& arguments, SearchRequest::Count otherwise) {
    using Count = SearchRequest::Count;
    const std::string count = arguments.value("count");
    return count == "articles"  ? Count::articles
           : count == "stories" ? Count::stories
           : count == "words"   ? Count::words
                                : otherwise;
}

void take_collapse(const Arguments& arguments, SearchRequest& request) {
    using Collapse = SearchRequest::Collapse;
    const std::string collapse = arguments.value("collapse", "none");
    if (collapse == "exact") request.collapse = Collapse::exact;
    if (collapse == "story" || arguments.value("count") == "stories")
        request.collapse = Collapse::story;
}

void take_counting(const Arguments& arguments, SearchRequest& request) {
    take_collapse(arguments, request);
    request.multi_select = arguments.has("multi-select");
    request.unit = count_of(arguments, SearchRequest::Count::articles);
}

SearchRequest::Sort sort_of(const Arguments& arguments) {
    const std::string sort = arguments.value("sort", "relevance");
    if (sort == "relevance") return SearchRequest::Sort::relevance;
    return sort == "newest" ? SearchRequest::Sort::newest : SearchRequest::Sort::oldest;
}

Field::Id facet_named(const std::string& name, std::string_view option) {
    const auto found = find_field(name);
    if (found && field(*found).facet) return *found;
    std::vector<std::string_view> names;
    std::string all;
    for (const Field& field : fields) {
        if (!field.facet) continue;
        names.push_back(field.name);
        all.append(all.empty() ? "facets: " : " ").append(field.name);
    }
    const std::string what =
        found ? "the field '" + name + "' cannot be counted" : "there is no facet '" + name + "'";
    throw Error(Error::Kind::usage, "--" + std::string(option) + ": " + what,
                did_you_mean(name, names, "", all));
}

void tell_problems(const Arguments& arguments, const std::string& query,
                   const std::vector<Problem>& problems, Console& console) {
    for (const Problem& problem : problems)
        console.message("morgue: " + render::query_problem(problem, query));
    if (!problems.empty() && arguments.has("strict"))
        throw Error(Error::Kind::query, "the query has mistakes, and --strict was given",
                    "correct it, or leave --strict away to have it read as best it can be");
}

void tell_problems(const Arguments& arguments, SearchRequest request, const ArchiveReader& archive,
                   Console& console) {
    request.count = 0;
    request.suggest = false;
    tell_problems(arguments, request.query, archive.search(request).problems, console);
}

void tell_corrections(const ArchiveReader& archive, Console& console) {
    for (const Problem& problem : archive.correction_problems())
        console.complain(problem.message, problem.hint);
}

void tell_nothing_found(const SearchResult& result, Console& console) {
    if (console.quiet()) return;
    std::string hint;
    if (!result.did_you_mean.empty()) hint = "did you mean: " + result.did_you_mean;
    for (const QueryPart& part : result.parts)
        hint.append(hint.empty() ? "" : "; ")
            .append(part.text + " alone finds " + render::articles_text(part.total));
    console.complain("nothing found", hint);
}

}  // namespace morgue::cli
