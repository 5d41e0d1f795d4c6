#pragma once
// Pseudo-relevance feedback by a relevance model (RM3: Abdul-Jaleel and others, TREC 2004): the
// words that the best articles for a query have in common are asked for, too.
#include <xapian.h>
#include <string>
#include <vector>

#include "index/rerank.hpp"

namespace morgue::index {

struct FeedbackTerm {
    std::string term;   // a stem, as it is spelt in the index
    double weight = 0;  // all together 1
};

// The most telling stems of the best candidates (best first), by falling weight, then by term.
std::vector<FeedbackTerm> feedback_terms(const Xapian::Database& database,
                                         const std::vector<Candidate>& best);

// The query of `words` words and what was learnt; with `wider`, articles that have only learnt
// words are found, too.
Xapian::Query expanded(const Xapian::Query& query, std::size_t words,
                       const std::vector<FeedbackTerm>& learnt, bool wider);

}  // namespace morgue::index
