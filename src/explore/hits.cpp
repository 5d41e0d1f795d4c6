#include "explore/hits.hpp"

#include "index/match_set.hpp"
#include "query/parse.hpp"
#include "search/groups.hpp"

namespace morgue::explore {

Hits::Hits(const SearchRequest& request, const Context& context)
    : context_(context),
      request_(request),
      understood_(search::understand(request, context.snapshot, context.store)) {}

void Hits::each(const std::function<bool(index::Seq)>& visit) const {
    index::each_match(context_.snapshot, understood_.compiled, index::Seq(request_.after), visit);
}

void Hits::each_once(const std::function<bool(index::Seq)>& visit) const {
    if (!groups()) return each(visit);
    index::SeenGroups seen(*groups());
    each([&](index::Seq seq) { return !seen.add(seq) || visit(seq); });
}

const index::Groups* Hits::groups() const {
    return search::groups(request_, context_.snapshot, context_.store);
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

void each_other(const Hits& hits, const Hits& all,
                const std::function<void(index::Seq, bool counts)>& visit) {
    std::vector<bool> counted;
    std::optional<index::SeenGroups> seen;
    if (hits.groups()) seen.emplace(*hits.groups());
    hits.each([&](index::Seq seq) {
        if (seen && !seen->add(seq)) return true;
        if (seq >= counted.size()) counted.resize(seq + 1);
        counted[seq] = true;
        return true;
    });
    all.each([&](index::Seq seq) {
        if (seq >= counted.size() || !counted[seq]) visit(seq, !seen || seen->add(seq));
        return true;
    });
}

std::string narrowed(const std::string& query, const std::string& condition) {
    return query + (query.empty() || condition.empty() ? "" : " ") + condition;
}

std::string value_condition(Field::Id field, std::string_view value) {
    return query::print({query::Value{field, std::string(value)}});
}

}  // namespace morgue::explore
