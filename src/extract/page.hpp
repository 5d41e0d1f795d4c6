#pragma once
// The parts of reading a page: each finds one field, from what the page says for machines down to
// what a reader sees.
#include <morgue/date.hpp>
#include <optional>
#include <string>
#include <vector>

#include "extract/html_tree.hpp"
#include "extract/ladder.hpp"
#include "extract/page_metadata.hpp"
#include "extract/page_segments.hpp"

namespace morgue::extract {

// A page, read once for all rules; the later members are filled in as they are found.
struct Page {
    const HtmlTree& tree;
    const PageMetadata& metadata;
    const PageSegments& segments;
    std::string source;    // its site or publisher; empty: not known
    std::string host;      // of its address, without "www."; empty: not known
    std::string headline;  // once found
    NodeId container = 0;  // the element that holds the text; 0: none stands out
    Origins* origins = nullptr;
};

// "Oil falls - The Paper" -> "Oil falls", where the site is named so.
std::string without_site_name(const std::string& title, const Page& page);

std::string page_source(const PageMetadata& metadata, Origins* origins);
std::string page_headline(const Page& page);

struct PageByline {
    std::string byline;  // as shown
    std::vector<std::string> authors;
};
PageByline page_byline(const Page& page);

struct PageDates {
    std::optional<Date> published, updated;
};
PageDates page_dates(const Page& page, const std::string& url);

// The text of a segment on one line.
std::string segment_text(const HtmlTree& tree, const Segment& segment);

// Where the headline stands: the index of the first segment after it; 0 if it is not shown.
std::size_t after_headline(const Page& page);

}  // namespace morgue::extract
