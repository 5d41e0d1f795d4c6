#pragma once
// Finding the main text of a page: the article without what stands around and between it.
#include <string>
#include <string_view>

#include "extract/html_tree.hpp"
#include "extract/page_segments.hpp"

namespace morgue::extract {

// The element that holds the article's text most narrowly; 0 (the page) if none stands out.
NodeId find_container(const HtmlTree& tree, const PageSegments& page);

// Marks, by node, what inside the container is no text of the article.
std::vector<std::uint8_t> find_clutter(const HtmlTree& tree, const PageSegments& page,
                                       NodeId container, std::string_view headline);

// Paragraphs parted by one blank line; empty if the page has no text of its own.
std::string main_text(const HtmlTree& tree, const PageSegments& page,
                      std::string_view headline);

}  // namespace morgue::extract
