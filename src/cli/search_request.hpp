#pragma once
// The options by which commands ask an archive, and what they do with the answer.
#include <morgue/archive.hpp>

#include "cli/console.hpp"
#include "cli/options.hpp"

namespace morgue::cli {

// clang-format off
inline constexpr Option match_option {"match",  0, "all|any", "whether an article must have all the words or any (all)"};
inline constexpr Option rank_option  {"rank",   0, "bm25|recent", "what is best; recent: news of late counts more (bm25)"};
inline constexpr Option expand_option{"expand", 0, "",        "learn further words from the best articles"};
inline constexpr Option lang_option  {"lang",   0, "CODE",    "the language of the query's words; repeatable (the archive's)"};
inline constexpr Option collapse_option{"collapse", 0, "none|exact|story", "of copies show only the best: of equal words, of one story (none)"};
inline constexpr Option copies_option{"collapse", 0, "none|exact|story", "of copies count one: of equal words, of one story (none)"};
inline constexpr Option count_option {"count",  0,   "articles|stories|words", "what is counted; stories: copies are one (articles)"};
inline constexpr Option multi_select_option{"multi-select", 0, "", "count a field as if the query had no conditions on it"};
inline constexpr Option strict_option{"strict", 0, "",        "a mistake in the query is an error"};
// clang-format on

// The query of the operands, and --match, --rank, --expand, --lang.
SearchRequest search_request(const Arguments& arguments);

// --rank and --expand.
void take_ranking(const Arguments& arguments, SearchRequest& request);

// --count; who counts stories lets them collapse.
SearchRequest::Count count_of(const Arguments& arguments, SearchRequest::Count otherwise);

// --collapse.
void take_collapse(const Arguments& arguments, SearchRequest& request);

// --collapse, --count and --multi-select.
void take_counting(const Arguments& arguments, SearchRequest& request);

// The name of a field that has Field::facet; throws Error usage.
Field::Id facet_named(const std::string& name, std::string_view option);

// --sort.
SearchRequest::Sort sort_of(const Arguments& arguments);

// Prints what was wrong with the query to standard error. With --strict throws Error query if
// anything was.
void tell_problems(const Arguments& arguments, const std::string& query,
                   const std::vector<Problem>& problems, Console& console);

// The same for a command that does not search itself.
void tell_problems(const Arguments& arguments, SearchRequest request, const ArchiveReader& archive,
                   Console& console);

// Prints which lines of the archive's entities.toml cannot be read to standard error.
void tell_corrections(const ArchiveReader& archive, Console& console);

// Says on standard error that nothing was found, and what may have been meant.
void tell_nothing_found(const SearchResult& result, Console& console);

}  // namespace morgue::cli
