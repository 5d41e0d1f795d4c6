#pragma once
// The words that set what a query finds apart from the rest of an archive, or from another query.
#include <morgue/search.hpp>

namespace morgue {

class ArchiveReader;

struct KeynessRequest {
    enum class Measure : std::uint8_t { log_likelihood, log_ratio, chi_square };
    using Count = SearchRequest::Count;

    SearchRequest search;
    std::optional<std::string> against;  // another query; none: all articles but those found
    std::size_t length = 1;              // 1 word, or phrases of 2 or 3 within a sentence
    std::size_t min = 5;                 // times, in the unit that is counted
    double most_p = 0.01;                // no key that chance makes likelier than that
    std::size_t limit = 50;
    Measure sort = Measure::log_likelihood;
    // How often a word stands there, or in how many articles or stories it does. A story has the
    // words of its copy that was stored first, of those that are found.
    Count count = Count::words;
    bool stop_words = false;  // show them, too, and phrases that begin or end with one
};

// Of the running text: the body, or the summary of an article without a body.
struct Keyness {
    static constexpr std::size_t looked_at = 3'000;

    struct Key {
        std::string text;                       // folded words, a blank between
        std::uint64_t count = 0, articles = 0;  // in what the query finds
        std::uint64_t other_count = 0;          // in what it is set against
        double log_likelihood = 0;              // G2 (Dunning 1993), and its p
        double p = 0;
        double chi_square = 0;  // Pearson's X2,
        double cramers_v = 0;   // and its effect size
        double log_ratio = 0;   // log2 of the ratio of the shares (Hardie 2014): the effect size
        bool operator==(const Key&) const = default;
    };

    KeynessRequest::Count count = KeynessRequest::Count::words;
    std::uint64_t articles = 0, other_articles = 0;  // with running text
    std::uint64_t all = 0, other_all = 0;  // words, phrases or texts: what counts are shares of
    std::uint64_t distinct = 0;            // words or phrases that are frequent enough
    std::vector<Key> keys;                 // those that are more frequent here, by falling measure
    std::vector<Problem> problems, other_problems;
};

// Counts are exact. Single words that are set against the rest are chosen by counts that are
// nearly right, if there are more than `looked_at` that are frequent enough: only then a word of
// the last places may be missed. Where copies collapse, the rest are the articles of which no copy
// is found, of copies the one that was stored first.
Keyness keyness(const ArchiveReader& archive, const KeynessRequest& request);

}  // namespace morgue
