#include "search/entity_suggestions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "entities/similar_names.hpp"
#include "index/asked_name.hpp"
#include "index/entity_names.hpp"
#include "index/match.hpp"
#include "text/words.hpp"

namespace morgue::search {

namespace {

using Kind = Entity::Kind;
using Named = entities::Corrections::Named;
using Reason = EntitySuggestion::Reason;

constexpr std::array facets{Field::Id::person, Field::Id::organisation, Field::Id::place};
constexpr std::size_t articles_read = 64;  // of a name, for its company
constexpr double same_company = 0.3;       // of the company of the one that has less

bool needs_company(Reason reason) {
    return reason == Reason::initials || reason == Reason::misspelling;
}

class Suggester {
public:
    explicit Suggester(const index::Snapshot& snapshot)
        : snapshot_(snapshot), corrections_(snapshot.corrections()) {}

    std::vector<EntitySuggestion> run() {
        index::Compiled everything;
        everything.query = Xapian::Query::MatchAll;
        const index::Matched all =
            index::match(snapshot_, everything, {.count = 0, .facets = facets, .buckets = 0});
        total_ = double(std::max<std::size_t>(1, all.total));
        for (const Facet& facet : all.facets)
            for (const Facet::Bucket& bucket : facet.buckets)
                articles_[{*index::kind_of(facet.field), text::name_key(bucket.value)}] =
                    double(bucket.count);
        for (const Facet& facet : all.facets) suggest(facet);
        std::stable_sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) {
            return a.from.articles > b.from.articles;
        });
        return std::move(out_);
    }

private:
    using Company = std::map<Named, double>;  // and how much each tells

    void suggest(const Facet& facet) {
        const Kind kind = *index::kind_of(facet.field);
        std::vector<entities::NameCount> names;
        for (const Facet::Bucket& bucket : facet.buckets)
            names.push_back({text::name_key(bucket.value), bucket.count});
        std::map<std::size_t, std::size_t> candidates;  // that a short name may be short for
        std::vector<entities::SimilarNames> found;
        for (const auto& pair : entities::similar_names(kind, names)) {
            if (!is_open(kind, names[pair.from].key, names[pair.into].key, pair.reason)) continue;
            if (pair.reason == Reason::initials) ++candidates[pair.from];
            found.push_back(pair);
        }
        for (const auto& [from, into, reason] : found) {
            if (reason == Reason::initials && candidates[from] > 1) continue;
            const Facet::Bucket &one = facet.buckets[from], &other = facet.buckets[into];
            out_.push_back(
                {reason, {kind, one.value, one.count}, {kind, other.value, other.count}});
        }
    }

    bool is_open(Kind kind, const std::string& from, const std::string& into, Reason reason) {
        if (corrections_.is_split(kind, from, into)) return false;
        if (corrections_.is_pinned(kind, from)) return false;
        if (reason == Reason::surname)  // what holds already needs no saying
            return !index::AskedName(index::field_of(kind), into, &corrections_)
                        .lone_surname(snapshot_.database());
        return !needs_company(reason) || keep_same_company({kind, from}, {kind, into});
    }

    bool keep_same_company(const Named& one, const Named& other) {
        const Company &a = company(one), &b = company(other);
        double shared = 0, of_a = 0, of_b = 0;
        for (const auto& [name, tells] : a) {
            if (name == other) continue;
            of_a += tells;
            if (b.contains(name)) shared += tells;
        }
        for (const auto& [name, tells] : b)
            if (name != one) of_b += tells;
        return shared > 0 && shared >= same_company * std::min(of_a, of_b);
    }

    const Company& company(const Named& name) {
        const auto [at, is_new] = companies_.try_emplace(name);
        if (!is_new) return at->second;
        const auto names = index::names_of(name.kind, name.key, corrections_);
        for (const auto& hit :
             index::match(snapshot_, index::named(names), {.count = articles_read}).hits)
            read(hit.seq, name, at->second);
        return at->second;
    }

    void read(index::Seq seq, const Named& name, Company& company) const {
        for (const index::FacetColumns& columns : snapshot_.facet_columns())
            for (const auto& value : columns.values_of(seq)) {
                const auto kind = index::kind_of(value.field);
                if (!kind) continue;
                Named other{*kind, text::name_key(value.value)};
                if (const auto* fate = corrections_.fate(other.kind, other.key)) {
                    if (fate->killed) continue;
                    other = {fate->kind, fate->key};
                }
                if (other != name) company.emplace(other, telling(other));
            }
    }

    // Who is in few articles tells much.
    double telling(const Named& name) const {
        const auto found = articles_.find(name);
        return found == articles_.end() ? 0 : std::log(total_ / found->second);
    }

    const index::Snapshot& snapshot_;
    const entities::Corrections& corrections_;
    double total_ = 1;
    std::map<Named, double> articles_;
    std::map<Named, Company> companies_;
    std::vector<EntitySuggestion> out_;
};

}  // namespace

std::vector<EntitySuggestion> suggestions(const index::Snapshot& snapshot) {
    return Suggester(snapshot).run();
}

}  // namespace morgue::search
