// The lead: a paragraph between headline and text that many pages set apart from the text.
#include <algorithm>

#include "extract/extract.hpp"
#include "extract/page_content.hpp"
#include "extract/page_lines.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

// Captions, comments, boxes.
bool is_apart(const Page& page, NodeId at) {
    const HtmlTree& tree = page.tree;
    for (; at != 0; at = tree[at].parent) {
        switch (page.segments.part[at]) {
            case PagePart::caption:
            case PagePart::comments:
            case PagePart::clutter:
            case PagePart::byline:
            case PagePart::date:
            case PagePart::deck:  // the subheadline
                // What holds the article too is misnamed.
                if (tree[at].end <= page.container) return true;
                break;
            default:
                break;
        }
        switch (tree[at].tag) {
            case Tag::figure:
            case Tag::figcaption:
            case Tag::nav:
            case Tag::aside:
            case Tag::form:
            case Tag::li:
            case Tag::label:
            case Tag::blockquote:
                return true;
            default:
                break;
        }
    }
    return false;
}

bool is_lead(const Page& page, const Segment& segment, const std::string& text) {
    constexpr std::uint32_t shortest = 50;
    constexpr double most_links = 0.3;
    if (segment.letters < shortest || segment.link_share() > most_links) return false;
    // A heading is a deck, and no text.
    if (prose(segment, page.tree[segment.block].tag) <= 0) return false;
    return !is_apart(page, segment.first) && !is_boilerplate(text) && !points_away(text) &&
           !is_byline(text);
}

}  // namespace

std::string lead_text(const Page& page, const std::string& body) {
    constexpr std::size_t reach = 12, most = 2;
    const auto& segments = page.segments.segments;
    const std::size_t from = after_headline(page);
    if (from == 0 || page.container == 0) return {};
    constexpr std::size_t beginning = 8000;  // where a repetition would stand
    const std::string folded = text::fold(std::string_view(body).substr(0, beginning));
    std::string lead;
    std::size_t taken = 0;
    for (std::size_t at = from; at < std::min(segments.size(), from + reach); ++at) {
        if (segments[at].first >= page.container) break;
        std::string text = segment_text(page.tree, segments[at]);
        if (!is_lead(page, segments[at], text)) continue;
        if (folded.find(text::fold(text)) != folded.npos) continue;
        lead += text + "\n\n";
        if (++taken == most) break;
    }
    return lead;
}

}  // namespace morgue::extract
