#include "search/entity_profile.hpp"

#include <algorithm>

#include "index/entity_names.hpp"
#include "index/terms.hpp"
#include "text/words.hpp"

namespace morgue::search {

namespace {

using Kind = Entity::Kind;
using Sort = SearchRequest::Sort;

constexpr std::array kinds{Kind::person, Kind::organisation, Kind::place};
constexpr std::array facets{Field::Id::person, Field::Id::organisation, Field::Id::place};
constexpr std::size_t most_company = 12;

std::optional<Date> published(const index::Snapshot& snapshot, const index::Compiled& found,
                              Sort sort, store::ArticleStore& store) {
    const auto hits = index::match(snapshot, found, {.sort = sort, .count = 1}).hits;
    const store::Summary* article = hits.empty() ? nullptr : store.summary_of(hits.front().seq);
    return article ? article->article.published : std::nullopt;
}

// The bucket of a name, among all.
const Facet::Bucket* find(const Facet& facet, const std::string& key) {
    for (const Facet::Bucket& bucket : facet.buckets)
        if (text::name_key(bucket.value) == key) return &bucket;
    return nullptr;
}

}  // namespace

std::vector<EntityCount> entities_named(std::string_view name, const index::Snapshot& snapshot) {
    std::vector<EntityCount> out;
    for (const Kind kind : kinds) {
        const index::EntityNames names{kind, {{kind, text::name_key(name)}}};
        if (const std::size_t articles = index::match(snapshot, named(names), {.count = 0}).total)
            out.push_back({kind, std::string(name), articles});
    }
    return out;
}

EntityProfile profile(Kind kind, const std::string& name, const index::Snapshot& snapshot,
                      store::ArticleStore& store) {
    const index::EntityNames names = index::names_of(kind, name, snapshot.corrections());
    const index::Compiled found = named(names);
    const std::string& key = names.key;
    const Field::Id field = index::field_of(kind);
    EntityProfile out;
    out.entity = {kind, name, 0};
    out.spellings = index::spellings(snapshot, names);

    const index::Matched all =
        index::match(snapshot, found, {.count = 0, .facets = facets, .buckets = 0});
    for (const Facet& facet : all.facets)
        for (const Facet::Bucket& bucket : facet.buckets)
            if (facet.field != field || text::name_key(bucket.value) != key)
                out.with.push_back({*index::kind_of(facet.field), bucket.value, bucket.count});
            else
                out.entity = {kind, bucket.value, bucket.count};
    std::stable_sort(out.with.begin(), out.with.end(),
                     [](const auto& a, const auto& b) { return a.articles > b.articles; });
    if (out.with.size() > most_company) out.with.resize(most_company);

    const std::array own{field};
    const index::Matched prominent =
        index::match(snapshot, found,
                     {.count = 0, .facets = own, .buckets = 0, .facet_unit = {.prominent = true}});
    if (const Facet::Bucket* bucket = find(prominent.facets.front(), key))
        out.prominent = bucket->count;
    out.first = published(snapshot, found, Sort::oldest, store);
    out.last = published(snapshot, found, Sort::newest, store);
    return out;
}

}  // namespace morgue::search
