#pragma once
// The dates that a reader sees on a page, and where they stand.
#include <optional>
#include <string>
#include <string_view>

#include "extract/date_scan.hpp"
#include "extract/ladder.hpp"
#include "extract/page.hpp"

namespace morgue::extract {

using FoundDate = std::optional<Found<Date>>;

// A date of a day at least with which the text begins: a year alone tells nothing of an article.
FoundDate day_in(std::string_view text, DateOrder order);

// What a page says of one of its dates, to people.
class ShownDates {
public:
    // `updates`: those that are labelled as of a change; else only the others.
    ShownDates(const Page& page, bool updates);

    FoundDate item(std::string_view itemprop) const;  // of microdata or RDFa
    FoundDate time_below_headline() const;            // <time>
    FoundDate marked_below_headline() const;          // an element named for a date
    FoundDate line_below_headline() const;
    FoundDate marked_above_headline() const;
    FoundDate line_above_headline() const;
    FoundDate before_text() const;   // "(3 May 2019) The minister said"
    FoundDate below_text() const;    // "Posted on 3 May 2019 by Jane Doe"
    FoundDate in_headline() const;   // "03.05.2019 - Minister resigns"
    FoundDate anywhere() const;      // <time> and the like far from the headline
    FoundDate entry_update() const;  // the "updated" that every blog entry has

private:
    FoundDate of_element(NodeId at) const;
    FoundDate first_of(const std::vector<NodeId>& elements, NodeId from, NodeId to) const;
    FoundDate in_lines(std::size_t from, std::size_t to) const;
    bool is_update_label(NodeId at) const;
    static bool is_link_with_date(const Segment& segment);

    const Page& page_;
    const bool updates_;
    DateOrder order_;
    std::size_t headline_;               // the segment after the headline, or the first of the text
    NodeId from_ = 0, at_ = 0, to_ = 0;  // the nodes near it, and its last
};

// How the page writes "02/10/2020", as far as its language tells.
DateOrder page_date_order(const Page& page);

}  // namespace morgue::extract
