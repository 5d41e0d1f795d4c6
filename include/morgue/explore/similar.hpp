#pragma once
// Articles like one article, or like a text.
#include <morgue/search.hpp>

namespace morgue {

class ArchiveReader;

struct SimilarRequest {
    SearchRequest search;  // only among what this query finds; empty: everything
    ArticleId id = 0;      // like this article; 0: like `text`
    std::string text;
    DateRange range;          // only articles published then
    bool background = false;  // only those that were certainly published before the article
    bool copies = false;      // also copies of the article, and of each other
    std::size_t count = 10;
    std::size_t terms = 25;  // by which likeness is measured
};

struct Similar {
    // A word or a name that tells what the article is about.
    struct Term {
        std::string text;                   // a word as it is written most often, folded; or a name
        Field::Id field = Field::Id::body;  // or person, organisation, place
        bool headline = false;              // it stands there, too
        std::uint32_t count = 0;            // in the article; words of the headline count twice
        std::uint64_t articles = 0;         // of the archive that have it
        double weight = 0;                  // frequency in the article times rarity in the archive
        bool operator==(const Term&) const = default;
    };

    std::vector<Term> terms;  // by falling weight
    SearchResult found;       // hits by falling likeness; total counts those that are shown
    std::size_t copies = 0;   // that were left out on the way to them
};

// Throws Error::Kind::usage for an article that there is not, or that has no date where
// `background` is asked for.
Similar similar(const ArchiveReader& archive, const SimilarRequest& request);

}  // namespace morgue
