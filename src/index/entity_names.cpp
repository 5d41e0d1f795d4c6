#include "index/entity_names.hpp"

#include <algorithm>

#include "index/spellings.hpp"
#include "index/terms.hpp"
#include "text/words.hpp"

namespace morgue::index {

using entities::Corrections;

EntityNames names_of(Entity::Kind kind, const std::string& name, const Corrections& corrections) {
    EntityNames out{kind, {}, text::name_key(name)};
    const Corrections::Fate* fate = corrections.fate(kind, out.key);
    if (!fate) {
        out.recognised.push_back({kind, out.key});
        return out;
    }
    if (fate->killed || fate->kind != kind) return out;
    out.key = fate->key;
    for (const auto& [recognised, becomes] : corrections.fates())
        if (!becomes.killed && becomes.kind == kind && becomes.key == out.key)
            out.recognised.push_back(recognised);
    return out;
}

Compiled named(const EntityNames& names) {
    std::vector<Xapian::Query> terms;
    for (const auto& [kind, key] : names.recognised)
        terms.emplace_back(name_term(field_of(kind), key));
    Compiled out;
    if (!terms.empty())
        out.query =
            Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT,
                          Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()), 0.0);
    return out;
}

std::vector<Facet::Bucket> spellings(const Snapshot& snapshot, const EntityNames& names) {
    const auto is_dead = [&](Seq seq) {
        return std::binary_search(snapshot.hidden()->begin(), snapshot.hidden()->end(), seq);
    };
    ValueSums sums(false);
    for (const FacetColumns& columns : snapshot.facet_columns())
        for (const auto& [kind, key] : names.recognised) {
            const auto* column = columns.column(field_of(kind));
            if (!column) continue;
            const auto [first, last] = column->named(key);
            if (first == last) continue;
            for (Seq seq = columns.first(); seq <= columns.last(); ++seq)
                for (const std::uint32_t raw : column->of(seq - columns.first()))
                    if (const std::uint32_t ordinal = ordinal_of(raw);
                        ordinal >= first && ordinal < last && !is_dead(seq))
                        sums.add(column->value(ordinal), 1);
        }
    return sums.most_frequent(0);
}

}  // namespace morgue::index
