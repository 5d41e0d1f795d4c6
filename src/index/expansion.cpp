#include "index/expansion.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "index/ranking.hpp"
#include "index/terms.hpp"

namespace morgue::index {

namespace {

// A stem of any text field, of two letters or more.
bool is_telling(const std::string& term) {
    if (!term.starts_with(stem_prefix) || term.size() < stem_prefix.size() + 2) return false;
    const auto first = static_cast<unsigned char>(term[stem_prefix.size()]);
    return (first >= 'a' && first <= 'z') || first >= 0x80;
}

using Frequencies = std::vector<std::pair<std::string, double>>;

// Of one article: each stem's share of its words.
Frequencies shares(const Xapian::Database& database, Xapian::docid document) {
    Frequencies out;
    double length = 0;
    for (auto term = database.termlist_begin(document); term != database.termlist_end(document);
         ++term) {
        std::string text = *term;
        const double count = term.get_wdf();
        if (text.starts_with(stem_prefix) && text.size() > 1 && (text[1] < 'A' || text[1] > 'Z'))
            length += count;
        if (is_telling(text)) out.emplace_back(std::move(text), count);
    }
    for (auto& [term, share] : out) share /= std::max(1.0, length);
    return out;
}

}  // namespace

std::vector<FeedbackTerm> feedback_terms(const Xapian::Database& database,
                                         const std::vector<Candidate>& best) {
    std::unordered_map<std::string, double> model;
    const std::size_t articles = std::min(best.size(), ranking::feedback_articles);
    for (std::size_t i = 0; i < articles; ++i) {
        const double belief =
            std::exp((best[i].score - best[0].score) / ranking::feedback_temperature);
        for (auto& [term, share] : shares(database, best[i].document))
            model[std::move(term)] += belief * share;
    }
    std::vector<FeedbackTerm> out;
    const std::size_t all = database.get_doccount();
    const double too_common = std::max(10.0, ranking::feedback_most_common * double(all));
    for (auto& [term, weight] : model) {
        const std::size_t having = database.get_termfreq(term);
        if (double(having) > too_common) continue;
        out.push_back({term, weight * ranking::rarity(all, having)});
    }
    std::sort(out.begin(), out.end(), [](const FeedbackTerm& a, const FeedbackTerm& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
    });
    if (out.size() > ranking::feedback_terms) out.resize(ranking::feedback_terms);
    double sum = 0;
    for (const FeedbackTerm& term : out) sum += term.weight;
    for (FeedbackTerm& term : out) term.weight /= sum;
    return out;
}

Xapian::Query expanded(const Xapian::Query& query, std::size_t words,
                       const std::vector<FeedbackTerm>& learnt, bool wider) {
    using Xapian::Query;
    if (learnt.empty()) return query;
    std::vector<Query> terms;
    for (const FeedbackTerm& each : learnt)
        terms.emplace_back(Query::OP_SCALE_WEIGHT, Query(each.term),
                           each.weight * double(words) * ranking::feedback_share);
    return Query(wider ? Query::OP_OR : Query::OP_AND_MAYBE,
                 Query(Query::OP_SCALE_WEIGHT, query, 1 - ranking::feedback_share),
                 Query(Query::OP_OR, terms.begin(), terms.end()));
}

}  // namespace morgue::index
