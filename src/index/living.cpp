#include "index/living.hpp"

#include "index/newer_source.hpp"
#include "index/posting_sources.hpp"
#include "index/queries.hpp"
#include "index/terms.hpp"

namespace morgue::index {

using Xapian::Query;

namespace {

Query without(const Query& query, std::shared_ptr<const std::vector<Seq>> hidden) {
    if (hidden->empty() || query.empty()) return query;
    return except(query, source<SeqSource>(std::move(hidden)));
}

}  // namespace

Query living(const Snapshot& snapshot, const Query& query, const std::optional<Moment>& as_of) {
    if (!as_of) return without(query, snapshot.hidden());
    const Query added(Query::OP_VALUE_LE, Slot::added_at, encode_time(as_of->when));
    return Query(Query::OP_FILTER,
                 without(query, std::make_shared<const std::vector<Seq>>(as_of->hidden)), added);
}

Query newer(const Query& query, Seq after) {
    if (after == 0) return query;
    return Query(Query::OP_FILTER, query, source<NewerSource>(after));
}

}  // namespace morgue::index
