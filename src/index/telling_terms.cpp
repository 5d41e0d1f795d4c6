#include "index/telling_terms.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "index/guard.hpp"
#include "index/living.hpp"
#include "index/queries.hpp"
#include "index/ranking.hpp"
#include "index/stemmer.hpp"
#include "index/stop_words.hpp"
#include "index/terms.hpp"

namespace morgue::index {

namespace {

using Xapian::Query;

constexpr double headline_bonus = 1.5;  // of a word that the headline has, too
constexpr double name_frequency = 2;    // names are not counted: as if each stood there so often

bool is_word(std::string_view term) {
    return !term.empty() && (term.front() < 'A' || term.front() > 'Z');  // prefixes are capitals
}

// Letters of an alphabet, two or more: numbers tell little.
bool may_tell(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    return word.size() > 1 && first >= 'a' && !is_stop_word(word);
}

// The words of an article that share a stem.
struct Family {
    std::string text;  // the most frequent one
    std::uint32_t most = 0, count = 0;
    bool headline = false;
};

std::map<std::string, Family> families(const std::vector<ListedTerm>& terms,
                                       const std::string& language) {
    const std::string_view headline = field(Field::Id::headline).prefix;
    std::set<std::string_view> in_headline;
    for (const auto& [term, count] : terms)
        if (term.starts_with(headline) && is_word(std::string_view(term).substr(headline.size())))
            in_headline.insert(std::string_view(term).substr(headline.size()));
    Stemmer stem(stem_language(language));
    std::map<std::string, Family> out;
    for (const auto& [term, count] : terms) {
        if (!is_word(term) || !may_tell(term)) continue;
        Family& family = out[std::string(stem(term))];
        family.count += count;
        family.headline |= in_headline.contains(term);
        if (count <= family.most) continue;
        family.most = count;
        family.text = term;
    }
    return out;
}

// A person's whole name, an organisation or a place; the parts of a person's name are terms, too,
// and are left to the words.
std::optional<TellingTerm> name_of(const std::string& term) {
    for (const Field::Id id : {Field::Id::person, Field::Id::organisation, Field::Id::place}) {
        const std::string_view prefix = field(id).prefix;
        if (!term.starts_with(prefix)) continue;
        const std::string name = term.substr(prefix.size());
        if (id == Field::Id::person && name.find(' ') == name.npos) return std::nullopt;
        return TellingTerm{.term = term, .text = name, .field = id};
    }
    return std::nullopt;
}

double frequency(const TellingTerm& term) {
    if (term.field != Field::Id::body) return name_frequency;
    return term.count * (term.headline ? headline_bonus : 1);
}

// How much a term counts in a query, from 0 to 1.
double share(const TellingTerm& term) {
    return ranking::saturated(frequency(term), 1) / (ranking::k1 + 1);
}

Query weighted(const TellingTerm& term, std::size_t all) {
    if (term.field == Field::Id::body)
        return Query(Query::OP_SCALE_WEIGHT, Query(term.term), share(term));
    const double weight =
        share(term) * ranking::saturated(name_frequency, 1) * ranking::rarity(all, term.articles);
    return Query(Query::OP_FILTER, source<Xapian::FixedWeightPostingSource>(weight),
                 Query(term.term));
}

}  // namespace

std::vector<TellingTerm> telling_terms(const Snapshot& snapshot,
                                       const std::vector<ListedTerm>& terms,
                                       const std::string& language, std::size_t most) {
    const Xapian::Database& database = snapshot.database();
    std::vector<TellingTerm> out;
    for (auto& [stem, family] : families(terms, language))
        out.push_back({.term = std::string(stem_prefix) + stem,
                       .text = family.text,
                       .headline = family.headline,
                       .count = family.count});
    for (const auto& [term, count] : terms)
        if (auto name = name_of(term)) out.push_back(std::move(*name));
    guard("the index", [&] {
        const std::size_t all = database.get_doccount();
        for (TellingTerm& term : out) {
            term.articles = database.get_termfreq(term.term);
            term.weight = ranking::saturated(frequency(term), 1) *
                          ranking::rarity(all, std::size_t(term.articles));
        }
    });
    std::erase_if(out, [](const TellingTerm& term) { return term.articles < 2; });
    std::sort(out.begin(), out.end(), [](const TellingTerm& a, const TellingTerm& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
    });
    if (out.size() > most) out.resize(most);
    return out;
}

std::vector<Matched::Hit> match_terms(const Snapshot& snapshot, std::span<const TellingTerm> terms,
                                      const Compiled* within, std::size_t count) {
    std::vector<Matched::Hit> out;
    if (snapshot.segments() == 0 || terms.empty() || (within && within->query.empty())) return out;
    guard("the index", [&] {
        const Xapian::Database& database = snapshot.database();
        std::vector<Query> any;
        for (const TellingTerm& term : terms)
            any.push_back(weighted(term, database.get_doccount()));
        Xapian::Enquire enquire(database);
        enquire.set_weighting_scheme(
            Xapian::BM25Weight(ranking::k1, 0, ranking::k3, ranking::b, 0));
        const Query like(Query::OP_OR, any.begin(), any.end());
        enquire.set_query(living(snapshot,
                                 within ? Query(Query::OP_FILTER, like, within->query) : like,
                                 within ? within->as_of : std::nullopt));
        enquire.set_docid_order(Xapian::Enquire::ASCENDING);
        const Xapian::MSet found = enquire.get_mset(0, Xapian::doccount(count));
        for (auto hit = found.begin(); hit != found.end(); ++hit)
            out.push_back({snapshot.seq(*hit), hit.get_weight()});
    });
    return out;
}

WordSet::WordSet(const std::vector<ListedTerm>& terms) {
    for (const auto& [term, count] : terms)
        if (is_word(term)) words_.push_back(term);
}

double WordSet::overlap(const WordSet& other) const {
    std::size_t both = 0;
    auto a = words_.begin();
    auto b = other.words_.begin();
    while (a != words_.end() && b != other.words_.end()) {
        const int order = a->compare(*b);
        both += order == 0;
        if (order <= 0) ++a;
        if (order >= 0) ++b;
    }
    const std::size_t either = words_.size() + other.words_.size() - both;
    return either ? double(both) / double(either) : 0;
}

}  // namespace morgue::index
