#include <algorithm>

#include "extract/extract.hpp"
#include "extract/html_text.hpp"
#include "extract/page.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

constexpr std::size_t longest_byline = 120;

bool is_address(std::string_view text) {
    return text.find("://") != text.npos || text.starts_with("www.") || text.starts_with("@") ||
           text.starts_with("/");
}

bool usable(const std::string& text) {
    return text.size() > 2 && text.size() <= longest_byline && !is_address(text);
}

bool says_author(const HtmlTree& tree, NodeId at) {
    if (tree[at].tag == Tag::meta || tree[at].tag == Tag::link) return false;
    const std::string_view rel = tree.attribute(at, "rel"), item = tree.attribute(at, "itemprop");
    return rel == "author" || item.find("author") != item.npos;
}

bool in_comments(const Page& page, NodeId at) {
    for (; at != 0; at = page.tree[at].parent)
        if (page.segments.part[at] == PagePart::comments) return true;
    return false;
}

// The first element, in document order, that is marked as the byline.
std::string marked_byline(const Page& page) {
    const HtmlTree& tree = page.tree;
    for (NodeId at = 1; at < tree.size(); ++at) {
        if (tree[at].tag == Tag::text || page.segments.hidden[at]) continue;
        const bool marked = page.segments.part[at] == PagePart::byline || says_author(tree, at);
        if (!marked || tree[at].end - at > 60 || in_comments(page, at)) continue;
        const std::string text = line_text(tree, at);
        if (usable(text) && !read_byline(text).authors.empty()) return text;
    }
    return {};
}

// A line near the headline that reads like one.
std::string shown_byline(const Page& page) {
    constexpr std::size_t reach = 12;
    const auto& segments = page.segments.segments;
    const std::size_t from = after_headline(page);
    for (std::size_t at = from; at < segments.size() && at < from + reach; ++at) {
        if (segments[at].letters > longest_byline) continue;
        const std::string text = segment_text(page.tree, segments[at]);
        if (usable(text) && is_byline(text)) return text;
    }
    return {};
}

std::vector<std::string> stated_authors(const Page& page) {
    std::vector<std::string> found;
    for (const std::string& name : page.metadata.linked_data().authors)
        if (usable(name)) found.push_back(name);
    if (!found.empty()) return found;
    for (std::string_view key : {"author", "article:author", "dc.creator", "dc.contributor", "dcterms.creator",
                                 "parsely-author", "sailthru.author", "byl", "citation_author",
                                 "dc:creator", "og:article:author", "article:author_name", "twitter:data1"}) {
        if (key == "twitter:data1") break;
        for (const std::string& name : page.metadata.all_meta(key))
            if (usable(name) && std::ranges::find(found, name) == found.end()) found.push_back(name);
        if (!found.empty()) break;
    }
    return found;
}

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) (out += out.empty() ? "" : ", ") += name;
    return out;
}

}  // namespace

PageByline page_byline(const Page& page) {
    PageByline found;
    const std::vector<std::string> stated = stated_authors(page);
    found.byline = marked_byline(page);
    if (found.byline.empty()) found.byline = shown_byline(page);
    for (const std::string& each : stated) {
        if (text::fold(each) == text::fold(page.source)) continue;
        for (std::string& name : read_byline(each).authors)
            if (std::ranges::find(found.authors, name) == found.authors.end())
                found.authors.push_back(std::move(name));
    }
    if (found.byline.empty()) found.byline = joined(stated);
    if (found.authors.empty()) found.authors = read_byline(found.byline).authors;
    return found;
}

}  // namespace morgue::extract
