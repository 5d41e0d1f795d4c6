#pragma once
// One query, from text to answer: understand, match, load, snippet.
#include <morgue/search.hpp>

#include "index/match.hpp"
#include "index/snapshot.hpp"
#include "query/parse.hpp"
#include "search/highlight.hpp"
#include "store/articles.hpp"

namespace morgue::search {

// A query as it was read, and what it means to the index.
struct Understood {
    query::Parsed parsed;
    std::vector<std::string> languages;  // whose stemmers read its words
    index::Compiled compiled;
};

// Throws Error::Kind::query beyond a limit, and for any problem where the request is strict.
Understood understand(const SearchRequest& request, const index::Snapshot& snapshot,
                      store::ArticleStore& store);

// What is shown of an article that was found; with a passage, if there is something to highlight.
Hit load(const index::Matched::Hit& found, store::ArticleStore& store,
         std::optional<Highlighter>& highlighter);

SearchResult run(const SearchRequest& request, const index::Snapshot& snapshot,
                 store::ArticleStore& store);

// The matching versions in the order of the request, without loading them.
std::vector<index::Seq> ranked(const SearchRequest& request, const index::Snapshot& snapshot,
                               store::ArticleStore& store);

// The numbers of the stories of which some copy matches, ascending.
std::vector<std::uint32_t> stories_found(const SearchRequest& request,
                                         const index::Snapshot& snapshot,
                                         store::ArticleStore& store);

Explanation explain(const SearchRequest& request, const index::Snapshot& snapshot,
                    store::ArticleStore& store);

}  // namespace morgue::search
