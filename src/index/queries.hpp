#pragma once
// Xapian queries put together.
#include <xapian.h>
#include <memory>
#include <utility>
#include <vector>

namespace morgue::index {

inline Xapian::Query unweighted(const Xapian::Query& query) {
    return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0.0);
}

inline Xapian::Query everything() {
    return unweighted(Xapian::Query::MatchAll);
}

inline Xapian::Query any_of(const std::vector<Xapian::Query>& of,
                            Xapian::Query::op op = Xapian::Query::OP_OR) {
    return of.size() == 1 ? of.front() : Xapian::Query(op, of.begin(), of.end());
}

inline Xapian::Query except(const Xapian::Query& left, const Xapian::Query& right) {
    return Xapian::Query(Xapian::Query::OP_AND_NOT, left, right);
}

// A posting source, which the query owns.
template <typename Source, typename... Arguments>
Xapian::Query source(Arguments&&... arguments) {
    auto made = std::make_unique<Source>(std::forward<Arguments>(arguments)...);
    return Xapian::Query(made.release()->release());
}

}  // namespace morgue::index
