#pragma once
// How articles are weighed against a query: every parameter in one place. They were chosen on the
// development collections and checked for over-fitting by halves: docs/quality.md has the figures.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace morgue::index::ranking {

// BM25 (Robertson and Zaragoza 2009). A word of the headline counts `headline_weight` times
// (terms.hpp) in frequencies.
inline constexpr double k1 = 2, b = 0.75, k3 = 8;

// Of a question (words that are alternatives): a word as typed counts so much beside its stem, and
// a stop word so much beside another word.
inline constexpr double exact_word = 0.3, stop_word = 0.1;

// The second look at the best hits (rerank.hpp): how many of them, where words are alternatives and
// where all are needed (it costs a look-up for each word and hit); the weights of two neighbouring
// words of the query standing within `near` positions, and of a word standing in the lead.
inline constexpr std::size_t question_depth = 50, depth = 20;
inline constexpr std::uint32_t near = 8;
inline constexpr std::uint32_t lead_words = 50;
inline constexpr double proximity = 0.3, lead = 0.3;
inline constexpr std::size_t most_words = 64;  // of a query, looked at again

// Recent articles first (recency.hpp): what one of today is worth, as a share of the best score,
// and how soon that halves.
inline constexpr double recency = 0.5, half_life_days = 14;

// Relevance feedback (expansion.hpp).
inline constexpr std::size_t feedback_articles = 20, feedback_terms = 40;
inline constexpr double feedback_share = 0.5;         // of the weight of the query
inline constexpr double feedback_temperature = 5;     // an article is believed by e^(score / this)
inline constexpr double feedback_most_common = 0.25;  // a term in more of the articles says nothing

// What a word's frequency is held against; `length`: of the article, beside the average.
constexpr double base(double length) {
    return k1 * (1 - b + b * length);
}

// What a word frequency adds, between 0 and k1 + 1.
constexpr double saturated(double frequency, double length) {
    return (k1 + 1) * frequency / (base(length) + frequency);
}

// A word written n times in a question counts so many times.
constexpr double repeated(double n) {
    return (k3 + 1) * n / (k3 + n);
}

// The weight of a word by how few of the articles have it (Robertson and Sparck Jones).
double rarity(std::size_t articles, std::size_t having);

// How many articles have one of several words, were the words spread independently: what Xapian's
// OP_SYNONYM reckons.
class Spread {
public:
    explicit Spread(std::size_t articles) : all_(double(std::max<std::size_t>(1, articles))) {}

    void add(std::size_t having) { none_ *= 1 - double(having) / all_; }
    std::size_t any() const { return std::size_t(std::lround(all_ * (1 - none_))); }

private:
    double all_, none_ = 1;
};

}  // namespace morgue::index::ranking
