#include "index/word_queries.hpp"

#include <algorithm>

#include "index/queries.hpp"
#include "index/terms.hpp"
#include "index/union_source.hpp"
#include "index/word_source.hpp"

namespace morgue::index {

using query::InField;
using Xapian::Query;

Query WordQueries::one_of(InField field, const std::vector<std::string>& words,
                          std::string_view kind, double scale) const {
    if (words.empty()) return {};
    const Query found = any_word(field, words, kind, scale);
    if (word_prefix(field).empty() && field != Field::Id::hlead) return found;
    return Query(Query::OP_FILTER, one_of(std::nullopt, words, kind, scale), found);
}

Query WordQueries::any_word(InField field, const std::vector<std::string>& words,
                            std::string_view kind, double scale) const {
    const bool plain = field != Field::Id::body && !needs_positions(field);
    const bool many = words.size() >= UnionSource::fewest_terms;
    if (plain && (many || (!field && read_tables()))) {
        std::vector<std::string> terms;
        for (const std::string& word : words)
            terms.push_back(std::string(kind) + word_prefix(field) + word);
        if (many) return source<UnionSource>(database_, std::move(terms), segments_);
        return source<WordSource>(database_, std::move(terms), *segments_, scale);
    }
    std::vector<Query> where;
    for (const std::string& word : words) where.push_back(term(field, kind, word));
    return any_of(where, Query::OP_SYNONYM);
}

// A term of words in a field, or where its words may be: in the lead is in the body.
Query WordQueries::term(InField field, std::string_view kind, const std::string& text) const {
    const std::string word = std::string(kind) + word_prefix(field) + text;
    if (field == Field::Id::hlead)
        return Query(Query::OP_OR, term(Field::Id::headline, kind, text),
                     term(Field::Id::body, kind, text));
    if (field != Field::Id::body && field != Field::Id::lead) return Query(word);
    // those are left out that stand elsewhere only
    return except(Query(word), Query(std::string(kind) + std::string(not_in_body_prefix) + text));
}

WordQueries::Forms WordQueries::forms_of(InField field, const text::Word& word, bool exact,
                                         double scale) const {
    Forms out{stem_prefix, {}, {}};
    const std::string folded(word.folded);
    if (!exact && word.stemmable)
        for (Lexicon::Stem& stem : lexicon_.stems(word_prefix(field), folded)) {
            if (stem.languages.empty())
                out.everywhere.push_back(std::move(stem.text));
            else
                out.elsewhere.emplace_back(
                    Query::OP_FILTER, one_of(field, {stem.text}, stem_prefix, scale),
                    Query(Query::OP_OR, stem.languages.begin(), stem.languages.end()));
        }
    if (out.everywhere.empty() && out.elsewhere.empty()) out = {{}, {folded}, {}};
    return out;
}

Query WordQueries::one_word(InField field, const text::Word& word, bool exact) const {
    Forms forms = forms_of(field, word, exact, 1);
    std::vector<Query> of = std::move(forms.elsewhere);
    if (!forms.everywhere.empty()) of.push_back(one_of(field, forms.everywhere, forms.kind));
    return any_of(of);
}

void Alternatives::add(const text::Word& word, bool exact, double factor) {
    const double scale = std::max(1.0, factor);
    WordQueries::Forms forms = words_.forms_of(std::nullopt, word, exact, scale);
    for (Query& query : forms.elsewhere) add(std::move(query), factor);
    if (forms.everywhere.empty()) return;
    if (!words_.read_tables())
        return add(words_.one_of(std::nullopt, forms.everywhere, forms.kind, scale), factor);
    for (std::string& term : forms.everywhere) term.insert(0, forms.kind);
    clauses_.push_back({std::move(forms.everywhere), factor});
}

void Alternatives::add(Query query, double factor) {
    if (factor != 1) query = Query(Query::OP_SCALE_WEIGHT, query, factor);
    queries_.push_back(std::move(query));
}

Query Alternatives::take() {
    if (!clauses_.empty())
        queries_.push_back(
            source<AnySource>(words_.database_, std::move(clauses_), *words_.segments_));
    return any_of(queries_);
}

}  // namespace morgue::index
