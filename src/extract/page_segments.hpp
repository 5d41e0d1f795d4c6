#pragma once
// A page cut into segments: the runs of text between two block boundaries, each measured for how
// much it reads like prose. The rules that find the main text work on these.
#include <cstdint>
#include <vector>

#include "extract/html_tree.hpp"
#include "extract/page_hints.hpp"

namespace morgue::extract {

struct Segment {
    NodeId block = 0;  // the element it stands in
    NodeId first = 0;  // its text nodes are among [first, last]
    NodeId last = 0;
    std::uint32_t letters = 0;       // characters but white space, ideographs counting twice
    std::uint32_t link_letters = 0;  // of these, inside links
    std::uint32_t marks = 0;         // of punctuation: . , ; : ! ?
    std::uint16_t links = 0;
    bool ends_sentence = false;

    double link_share() const { return letters ? double(link_letters) / letters : 0; }
};

// How much it reads like prose: above 0 by its length, 0 if neutral (a subhead), below if like
// the links and labels around an article.
double prose(const Segment& segment, Tag block);

struct PageSegments {
    std::vector<Segment> segments;  // in document order, none empty
    std::vector<PagePart> part;     // by node
    std::vector<std::uint8_t>
        hidden;  // by node: it, or something around it, is no text of the page
    // By node, summed over what it holds: prose, what is none, and letters outside of links.
    std::vector<float> good, bad, unlinked;
};

PageSegments segment_page(const HtmlTree& tree);

}  // namespace morgue::extract
