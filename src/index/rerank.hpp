#pragma once
// A second look at the best hits: neighbouring words of the query should stand near each other, and
// words of the query in the headline or the lead of an article.
#include <xapian.h>
#include <string>
#include <vector>

#include "index/snapshot.hpp"
#include "query/ast.hpp"

namespace morgue::index {

// The plain words of a query, stop words left out; at most ranking::most_words of them.
struct QueryWords {
    std::vector<std::vector<std::string>> runs;  // two or more, written side by side
    std::size_t count = 0;                       // of all, those outside runs included
    std::size_t depth = 0;                       // so many of the best hits are looked at again
};

// `question`: words side by side are alternatives.
QueryWords words_of(const query::Expr& expr, bool question);

struct Candidate {
    Xapian::docid document = 0;
    double score = 0;
};

// Adds to each score what the places of the words are worth; leaves the order to the caller.
void look_again(const Snapshot& snapshot, const QueryWords& words,
                std::vector<Candidate>& candidates);

// How many pairs of the two (each ascending) are at most `near` apart.
std::size_t count_near(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                       std::uint32_t near);

}  // namespace morgue::index
