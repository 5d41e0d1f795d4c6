#pragma once
// How often something was written about, over time.
#include <morgue/search.hpp>

namespace morgue {

class ArchiveReader;

struct TimelineRequest {
    enum class Every : std::uint8_t { automatic, day, week, month, year };
    enum class Per : std::uint8_t {
        articles,  // share of all of the period
        words,     // count for a million words of all articles of the period
        source,    // mean of the shares that each source of the period gives it: every source
                   // weighs the same, so that one which joins or grows does not bend the line
    };

    SearchRequest search;              // its query is not used
    std::vector<std::string> queries;  // a series each
    Every every = Every::automatic;    // the finest that makes at most `automatic_periods`
    Per per = Per::articles;           // what Cell::rate is
    std::optional<Field::Id> split;    // a series for each of a facet's most frequent values
    std::size_t values = 5;            // so many of them; 0: all
    std::size_t smooth = 1;            // mean of so many periods, the cell's in the middle
    DateRange range;                   // widened to whole periods; open: to the archive's ends
};

struct Timeline {
    static constexpr std::size_t automatic_periods = 60, most_periods = 100'000;

    // Days are those of UTC, weeks begin on Monday (ISO 8601).
    struct Period {
        std::string name;                       // "2025-09-28", "2025-W39", "2025-09", "2025"
        Date first, last;                       // days
        std::uint64_t articles = 0, words = 0;  // all that the archive holds; copies may collapse
        bool operator==(const Period&) const = default;
    };

    // One period of a series.
    struct Cell {
        std::uint64_t count = 0;                // articles, or SearchRequest::unit
        std::uint64_t articles = 0, words = 0;  // of all, where it is split: of all of the value
        std::optional<double> rate;      // none: a gap, there is nothing that was published then
        std::optional<double> smoothed;  // of the rates around it, gaps left out
        bool burst = false;
        std::string query;  // finds these articles, and those dated less exactly that may be meant
        bool operator==(const Cell&) const = default;
    };

    // A stretch in which a series is more frequent than elsewhere: Kleinberg's automaton of two
    // states for events in batches ("Bursty and Hierarchical Structure in Streams", KDD 2002,
    // section 4; s = 2, gamma = 1).
    struct Burst {
        std::size_t first = 0, last = 0;  // periods, inclusive
        double weight = 0;                // what the burst state saves, in nats
        bool operator==(const Burst&) const = default;
    };

    struct Query {
        std::string text;  // as given
        std::vector<Problem> problems;
    };

    struct Series {
        std::size_t query = 0;    // which of `queries`
        std::string value;        // of the facet, if it is split
        std::uint64_t total = 0;  // in the cells; a story of several counts once
        std::uint64_t undated = 0, coarse = 0, outside = 0;  // those in no cell: see below
        std::vector<Cell> cells;                             // one a period
        std::vector<Burst> bursts;
    };

    TimelineRequest::Every every = TimelineRequest::Every::month;
    TimelineRequest::Per per = TimelineRequest::Per::articles;
    std::size_t smooth = 1;
    std::vector<Period> periods;  // one after the other, those in which nothing was published, too
    std::vector<Query> queries;
    std::vector<Series> series;  // by query, then by falling frequency of the value
    std::uint64_t undated = 0;   // of the archive, without a date,
    std::uint64_t coarse = 0;    // with one that may mean several periods,
    std::uint64_t outside = 0;   // with one outside the range
};

// Throws Error::Kind::usage when there would be more than `most_periods`.
Timeline timeline(const ArchiveReader& archive, const TimelineRequest& request);

}  // namespace morgue
