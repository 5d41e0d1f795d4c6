#pragma once
// Finding the main text of a page: the article without what stands around and between it.
#include <cstdint>
#include <string>
#include <vector>

#include "extract/page.hpp"

namespace morgue::extract {

// The element that holds the article's text most narrowly; 0 (the page) if none stands out.
NodeId find_container(const HtmlTree& tree, const PageSegments& segments);

// Marks, by node, what inside the page's container is no text of the article.
std::vector<std::uint8_t> find_clutter(const Page& page);

// A paragraph between headline and container that `body` does not begin with; empty, or with the
// blank line that parts it from the body.
std::string lead_text(const Page& page, const std::string& body);

// Paragraphs parted by one blank line; empty if the page has no text of its own.
std::string main_text(const Page& page);

}  // namespace morgue::extract
