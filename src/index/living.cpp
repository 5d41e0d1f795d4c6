#include "index/living.hpp"

#include "index/newer_source.hpp"
#include "index/posting_sources.hpp"

namespace morgue::index {

using Xapian::Query;

Query without(const Query& query, std::shared_ptr<const std::vector<Seq>> hidden) {
    if (hidden->empty() || query.empty()) return query;
    auto source = std::make_unique<SeqSource>(std::move(hidden));
    return Query(Query::OP_AND_NOT, query, Query(source.release()->release()));
}

Query living(const Snapshot& snapshot, const Query& query) {
    return without(query, snapshot.hidden());
}

Query newer(const Query& query, Seq after) {
    if (after == 0) return query;
    auto source = std::make_unique<NewerSource>(after);
    return Query(Query::OP_FILTER, query, Query(source.release()->release()));
}

}  // namespace morgue::index
