#pragma once
// Keyword in context: every place a query is about, with what stands to its left and right.
#include <morgue/search.hpp>

namespace morgue {

class ArchiveReader;

struct KwicRequest {
    enum class Sort : std::uint8_t { relevance, newest, oldest, words };

    SearchRequest search;
    Sort sort = Sort::relevance;
    std::vector<int> keys{1, 2, 3};  // of Sort::words: -1 is the first word to the left, 1 that to
                                     // the right, 0 the match itself
    std::vector<Field::Id> fields{Field::Id::headline, Field::Id::body};  // text fields
    std::size_t window = 12;                                              // words on each side
    std::size_t limit = 100;
};

struct Kwic {
    static constexpr std::size_t most_bytes = 1'000;  // of each part of a line; longer ones are cut

    struct Line {
        ArticleId id = 0;
        std::optional<Date> published;
        std::string source;
        Field::Id field = Field::Id::body;
        std::string left, match, right;  // one line; joined they are what stands there
        bool operator==(const Line&) const = default;
    };

    std::vector<Line> lines;           // matches are those that search highlights
    std::optional<std::size_t> total;  // of lines; none where it was stopped at the limit
    bool nothing_to_show = false;      // the query has no words, only conditions
    std::vector<Problem> problems;
};

// Sorted by words every article is read, and equals stand as they came into the archive; otherwise
// only as many as make `limit` lines.
Kwic kwic(const ArchiveReader& archive, const KwicRequest& request);

}  // namespace morgue
