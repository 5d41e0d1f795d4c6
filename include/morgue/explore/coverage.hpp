#pragma once
// What an archive holds of each source: when it published, where it fell silent, what is known of
// its articles.
#include <morgue/explore/timeline.hpp>
#include <morgue/search.hpp>

namespace morgue {

class ArchiveReader;

struct CoverageRequest {
    SearchRequest search;
    TimelineRequest::Every every = TimelineRequest::Every::week;  // not automatic
};

struct Coverage {
    // A gap between two days of publication that is longer than three times the usual gap of the
    // source and longer than a week. The usual gap is the one that nine in ten are not longer than.
    struct Silence {
        Date after;  // the last day before it
        std::optional<Date>
            until;  // the day on which it ended; none: it goes on to the last day of all
        std::uint64_t days = 0;  // without an article
        bool operator==(const Silence&) const = default;
    };
    static constexpr std::size_t least_days = 5;  // of publication, before silence is spoken of

    struct Source {
        std::string name;            // empty: articles without a source
        std::uint64_t articles = 0;  // this and what follows: or SearchRequest::unit
        std::uint64_t with_byline = 0, with_date = 0, with_body = 0;
        std::uint64_t coarse = 0;              // dated, but not to the period: in none of them
        std::optional<Date> first, last;       // days, of articles that are dated to the day
        std::uint64_t usual_gap = 0;           // days
        std::vector<Silence> silences;         // in order; the last may still go on
        std::vector<Facet::Bucket> languages;  // by falling count
        std::vector<std::uint64_t> periods;    // articles, one a period
        std::string query;                     // finds its articles; empty: all

        bool is_silent() const { return !silences.empty() && !silences.back().until; }
    };

    TimelineRequest::Every every = TimelineRequest::Every::week;
    std::vector<Timeline::Period> periods;  // from the first dated article to the last
    std::vector<Source> sources;            // by falling number of articles
    Source all;                             // together
    std::vector<Problem> problems;
};

// Throws Error::Kind::usage when there would be more than Timeline::most_periods.
Coverage coverage(const ArchiveReader& archive, const CoverageRequest& request);

}  // namespace morgue
