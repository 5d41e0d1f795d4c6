#pragma once
// The articles of a query, all of them, as numbers.
#include <functional>
#include <morgue/search.hpp>

#include "explore/context.hpp"
#include "search/highlight.hpp"
#include "search/search.hpp"

namespace morgue::explore {

// Whether an article is counted, asked once for each in order of seq. One such function serves one
// pass, so that it may remember what it has seen: of a story, say, only the first article.
using Counted = std::function<bool(index::Seq)>;
Counted every_article();

// A query, understood once; it may be gone through many times. The context must outlive it.
class Hits {
public:
    Hits(const SearchRequest& request, const Context& context);

    // Every article it finds, by seq, in constant memory; `visit` returns false to stop.
    void each(const std::function<bool(index::Seq)>& visit) const;

    // The same, as a list.
    std::vector<index::Seq> all() const;

    const std::vector<Problem>& problems() const { return understood_.parsed.problems; }
    const query::Expr& expr() const { return understood_.parsed.expr; }

    // Finds in texts what the query is about.
    search::Highlighter highlighter() const;

    // The query in a form that conditions can be put beside: "(oil prices)"; empty when it finds
    // everything.
    std::string text() const;

private:
    const Context& context_;
    SearchRequest request_;
    search::Understood understood_;
};

// A query and a condition: "(oil prices) date:2025-09". Either may be empty.
std::string narrowed(const std::string& query, const std::string& condition);

// A condition on a value, quoted where it must be: source:"Le Monde".
std::string value_condition(Field::Id field, std::string_view value);

}  // namespace morgue::explore
