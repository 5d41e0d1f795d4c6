#include "extract/page_content.hpp"

#include <algorithm>

#include "extract/html_text.hpp"

namespace morgue::extract {

namespace {

// How much more likely an element of this kind is to be what holds the article, and no more.
double likelihood(Tag tag, PagePart part, bool named) {
    double factor = 1;
    if (tag == Tag::article) factor *= 1.2;
    if (tag == Tag::main) factor *= 1.1;
    if (tag == Tag::body || tag == Tag::html || tag == Tag::other) factor *= 0.9;
    if (named) factor *= 2.5;
    if (part == PagePart::content) factor *= 1.1;
    return factor;
}

bool is_clutter(PagePart part) {
    return part == PagePart::clutter || part == PagePart::comments;
}

bool never_holds_text(Tag tag) {
    switch (tag) {
        case Tag::nav:
        case Tag::footer:
        case Tag::aside:
        case Tag::figure:
        case Tag::figcaption:
        case Tag::header:
        case Tag::address:
        case Tag::menu:
            return true;
        default:
            return false;
    }
}

constexpr float little = 150;  // letters of prose that may be nothing but what stands around it

// What a page's prose is worth as an article's, by node.
struct NetProse {
    std::vector<float> net;             // less what is in clutter
    std::vector<std::uint8_t> outside;  // the node is in clutter itself
};

NetProse net_prose(const HtmlTree& tree, const PageSegments& page) {
    constexpr float mostly = 0.6F;      // clutter that holds most of a page's prose is misnamed,
    constexpr float nearly_all = 0.8F;  // so is what an article consists of
    constexpr float an_article = 400;   // beside that much, comments are comments
    const float all = page.good[0];
    NetProse found{page.good, std::vector<std::uint8_t>(tree.size())};
    std::vector<std::uint8_t> comments(tree.size());  // or inside them
    for (NodeId at = 1; at < tree.size(); ++at)
        comments[at] = comments[tree[at].parent] || page.part[at] == PagePart::comments;
    std::vector<float> lost(tree.size());
    std::vector<std::uint8_t> trusted(tree.size());  // what is lost inside is not
    for (NodeId at = tree.size(); --at > 0;) {
        const PagePart part = page.part[at];
        const bool clutter = is_clutter(part) || never_holds_text(tree[at].tag);
        const float most = part == PagePart::comments ? all - an_article : mostly * all;
        found.outside[at] = clutter && page.good[at] < std::max(most, little);
        const bool article =
            !comments[at] && (tree[at].tag == Tag::article || part == PagePart::text);
        if (found.outside[at])
            lost[at] = page.good[at];
        else if (article && lost[at] > nearly_all * page.good[at] && page.good[at] > mostly * all)
            lost[at] = 0, trusted[at] = true;
        lost[tree[at].parent] += lost[at];
    }
    for (NodeId at = 1; at < tree.size(); ++at) {
        const NodeId parent = tree[at].parent;
        trusted[at] = trusted[at] || trusted[parent];
        found.outside[at] = !trusted[at] && (found.outside[at] || found.outside[parent]);
        found.net[at] = page.good[at] - lost[at];
    }
    found.net[0] = all - lost[0];
    return found;
}

// By node: whether it is named as the article's text, or holds several pieces that are.
std::vector<std::uint8_t> named_text(const HtmlTree& tree, const PageSegments& page) {
    std::vector<std::uint8_t> named(tree.size()), pieces(tree.size());
    for (NodeId at = tree.size(); --at > 0;) {
        named[at] = page.part[at] == PagePart::text || pieces[at] > 1;
        // Boxes that hold just one piece, and nothing else, stand for it.
        const bool wraps = pieces[at] == 1 && page.bad[at] < 0.2F * page.good[at];
        std::uint8_t& count = pieces[tree[at].parent];
        if ((named[at] || wraps) && page.good[at] > 0 && count < 2) ++count;
    }
    return named;
}

// The one element of its kind that says it is an article; 0 if there is none, or several are.
NodeId lone_article(const HtmlTree& tree, const PageSegments& page) {
    NodeId found = 0;
    for (NodeId at = 1; at < tree.size(); ++at) {
        if (tree[at].tag != Tag::article || page.hidden[at] || page.unlinked[at] <= 0) continue;
        if (found) return 0;
        found = at;
    }
    return found;
}

}  // namespace

NodeId find_container(const HtmlTree& tree, const PageSegments& page) {
    constexpr double clutter_cost = 0.3, clearly = 1.03;
    const NetProse prose = net_prose(tree, page);
    const std::vector<std::uint8_t> named = named_text(tree, page);
    NodeId best = 0, most_named = 0;
    double best_score = 0;
    // From the leaves up: what holds more must be clearly better.
    for (NodeId at = tree.size(); at-- > 0;) {
        if (tree[at].tag == Tag::text || prose.outside[at]) continue;
        if (named[at] && page.unlinked[at] > (most_named ? page.unlinked[most_named] : 0))
            most_named = at;
        const double score = (prose.net[at] - clutter_cost * page.bad[at]) *
                             likelihood(tree[at].tag, page.part[at], named[at]);
        const bool holds_best = best != 0 && at < best && tree[at].end >= tree[best].end;
        if (score > best_score * (holds_best ? clearly : 1)) {
            best = at;
            best_score = score;
        }
    }
    // No prose to speak of: verse, lists or the like, where an element says that it is the text.
    if (most_named && best_score < little && page.unlinked[most_named] > best_score)
        return most_named;
    // Nothing but figures, say.
    return best == 0 && page.good[0] <= 0 ? lone_article(tree, page) : best;
}

std::string main_text(const Page& page) {
    const std::string& stated = page.metadata.linked_data().body;
    if (page.container == 0 && page.segments.good[0] <= 0) return stated;
    const auto clutter = find_clutter(page);
    const std::string body =
        paragraphs_text(page.tree, page.container, [&](NodeId at) { return clutter[at] != 0; });
    std::string text = lead_text(page, body) + body;
    // Some show a stub and tell machines the whole.
    constexpr std::size_t a_text = 400;
    return stated.size() > a_text && stated.size() > 3 * text.size() ? stated : text;
}

}  // namespace morgue::extract
