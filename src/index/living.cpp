#include "index/living.hpp"

#include "index/newer_source.hpp"
#include "index/posting_sources.hpp"

namespace morgue::index {

using Xapian::Query;

Query living(const Snapshot& snapshot, const Query& query) {
    if (snapshot.dead().empty() || query.empty()) return query;
    auto source =
        std::make_unique<SeqSource>(std::make_shared<const std::vector<Seq>>(snapshot.dead()));
    return Query(Query::OP_AND_NOT, query, Query(source.release()->release()));
}

Query newer(const Query& query, Seq after) {
    if (after == 0) return query;
    auto source = std::make_unique<NewerSource>(after);
    return Query(Query::OP_FILTER, query, Query(source.release()->release()));
}

}  // namespace morgue::index
