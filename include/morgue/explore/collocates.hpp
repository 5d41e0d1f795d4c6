#pragma once
// The words that stand near the matches of a query more often than chance would have it.
#include <morgue/search.hpp>

namespace morgue {

class ArchiveReader;

struct CollocatesRequest {
    enum class Measure : std::uint8_t {
        log_likelihood,
        mutual_information,
        t_score,
        count,
        articles
    };

    SearchRequest search;
    std::size_t left = 5, right = 5;  // words on each side of a match
    std::size_t min = 3;              // times that a word must be near
    std::size_t limit = 50;
    // What the measures are taken of: how often a word is near, or in how many articles or stories.
    SearchRequest::Count count = SearchRequest::Count::words;
    Measure sort = Measure::log_likelihood;
    bool stop_words = false;  // show them, too
};

// Words are those of the running text: the body, or the summary of an article without a body. A
// word that is near several matches is counted once; the words of matches are not counted. Copies
// that collapse are one text: the one that was stored first, of those that are found.
struct Collocates {
    static constexpr std::size_t widest = 1'000;  // words on a side

    struct Word {
        std::string word;                   // folded
        std::uint64_t count = 0;            // near matches: times
        std::uint64_t left = 0, right = 0;  // of them, by the nearest match
        std::uint64_t articles = 0;         // in which it stands near a match
        std::uint64_t total = 0;            // in the archive: times, or texts that have it
        double log_likelihood = 0;          // G2 (Dunning 1993)
        double mutual_information = 0;      // bits (Church and Hanks 1990)
        double t_score = 0;                 // (Church and others 1991)
        bool operator==(const Word&) const = default;
    };

    std::uint64_t articles = 0;  // with a match in their running text
    std::uint64_t matches = 0;
    std::uint64_t near = 0;      // words near matches
    std::uint64_t all = 0;       // words of the archive, or texts
    std::uint64_t distinct = 0;  // words that were near often enough
    std::vector<Word> words;     // those that are nearer than by chance, by falling measure
    std::vector<Problem> problems;
};

// Throws Error::Kind::usage for a window beyond `widest`.
Collocates collocates(const ArchiveReader& archive, const CollocatesRequest& request);

}  // namespace morgue
