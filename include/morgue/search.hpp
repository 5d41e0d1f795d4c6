#pragma once
// What is asked of an archive and what it answers. Plain values: the program prints them, the
// HTTP API serialises them, tests compare them.
#include <chrono>
#include <morgue/article.hpp>
#include <morgue/field.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace morgue {

struct SearchRequest {
    enum class Match : std::uint8_t { all, any };  // what words side by side mean
    enum class Sort : std::uint8_t { relevance, newest, oldest };
    enum class Rank : std::uint8_t { bm25, recent };  // recent: news of late counts more

    enum class Collapse : std::uint8_t { none, exact, story };
    enum class Count : std::uint8_t { articles, stories, words };

    std::string query;  // docs/query-language.md; empty finds everything
    Match match = Match::all;
    Sort sort = Sort::relevance;
    Rank rank = Rank::bm25;
    bool expand = false;                 // learn further words from the best hits (RM3)
    std::size_t first = 0, count = 10;   // the window of hits; see max_window
    Collapse collapse = Collapse::none;  // of copies only the best hit; the total counts it once
    std::vector<Field::Id> facets;       // each must have Field::facet
    std::size_t buckets = 10;            // of each facet, the most frequent ones; 0 means all
    bool multi_select = false;  // a facet is counted without the query's own conditions on it
    // What facets, timelines and the like count. Each of their cells counts copies that collapse
    // once; stories: as with Collapse::story. Words are those of the bodies, of copies those of the
    // one that was stored first.
    Count unit = Count::articles;
    bool prominent = false;  // facets of entities count only articles that lead with the name, or
                             // name it twice
    std::vector<std::string> languages;  // whose stemmers read the query; empty: the archive's
    std::optional<std::chrono::sys_seconds> now;  // that date:-7d.. counts from; none: the clock
    // The texts that the archive held at that moment; of copies, the stories of today.
    std::optional<std::chrono::sys_seconds> as_of;
    std::uint64_t after = 0;  // only what was stored after ArchiveReader::mark() was so
    bool strict = false;      // problems of the query become Error::Kind::query
    bool exact_total = true;  // count every match, even past the window
    bool snippets = true;
    bool suggest = true;  // say what may have been meant when nothing is found
};

struct Snippet {
    std::string text;                                          // plain text, one line
    std::vector<std::pair<std::size_t, std::size_t>> matches;  // byte ranges of text, in order
    bool operator==(const Snippet&) const = default;
};

struct Hit {
    ArticleId id = 0;
    double score = 0;  // BM25; 0 where the query has no words or the sort is by date
    std::string guid, headline, byline;
    std::vector<std::string> authors;
    std::optional<Date> published;
    std::string source, url, path;
    std::uint64_t record = 0;
    std::size_t copies = 0;  // further articles of its story; with Collapse::exact, exact ones
    Snippet snippet;
    std::vector<std::pair<std::size_t, std::size_t>> headline_matches;  // byte ranges of headline
};

struct Facet {
    struct Bucket {
        std::string value;
        std::size_t count = 0;  // articles, or SearchRequest::unit
        bool operator==(const Bucket&) const = default;
    };

    Field::Id field = Field::Id::source;
    bool exact = true;
    std::size_t distinct = 0;     // values found, those beyond `buckets` included
    std::vector<Bucket> buckets;  // by falling count, then by value
};

// One of the parts of a query of which all are needed.
struct QueryPart {
    std::string text;
    std::size_t total = 0;  // what it finds alone
    bool operator==(const QueryPart&) const = default;
};

struct SearchResult {
    std::size_t total = 0;
    bool total_is_exact = true;
    std::vector<Hit> hits;
    std::vector<Facet> facets;      // in the order asked
    std::vector<Problem> problems;  // of the query, e.g. an unclosed quote
    std::string did_you_mean;       // a query that finds something; empty if none is near
    std::vector<QueryPart> parts;   // where all together find nothing
};

// How a query is understood and run: "typed", "tree", "xapian", ... each as text.
struct Explanation {
    struct Stage {
        std::string name, text;
        double milliseconds = 0;
    };
    std::vector<Stage> stages;
    std::vector<Problem> problems;
};

}  // namespace morgue
