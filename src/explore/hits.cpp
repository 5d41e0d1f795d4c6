#include "explore/hits.hpp"

#include "index/match_set.hpp"
#include "query/parse.hpp"

namespace morgue::explore {

Counted every_article() {
    return [](index::Seq) { return true; };
}

Hits::Hits(const SearchRequest& request, const Context& context)
    : context_(context),
      request_(request),
      understood_(search::understand(request, context.snapshot, context.store)) {}

void Hits::each(const std::function<bool(index::Seq)>& visit) const {
    index::each_match(context_.snapshot, understood_.compiled, index::Seq(request_.after), visit);
}

std::vector<index::Seq> Hits::all() const {
    std::vector<index::Seq> out;
    each([&](index::Seq seq) {
        out.push_back(seq);
        return true;
    });
    return out;
}

search::Highlighter Hits::highlighter() const {
    return {expr(), understood_.languages, understood_.compiled.widenings};
}

// As it was typed, where that means the same within parentheses.
std::string Hits::text() const {
    if (std::holds_alternative<query::Everything>(expr().node)) return "";
    const std::string typed = '(' + request_.query + ')';
    const query::Parsed again = query::parse(typed);
    return again.problems.empty() && again.expr == expr() ? typed : query::print(expr());
}

std::string narrowed(const std::string& query, const std::string& condition) {
    return query + (query.empty() || condition.empty() ? "" : " ") + condition;
}

std::string value_condition(Field::Id field, std::string_view value) {
    return query::print({query::Value{field, std::string(value)}});
}

}  // namespace morgue::explore
