#include <algorithm>
#include <charconv>

#include "extract/extract.hpp"
#include "extract/html_text.hpp"
#include "extract/page.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

// clang-format off
constexpr std::string_view published_names[] = {
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date.published", "dc.date", "dcterms.date", "dc:date", "dc.created", "pubdate", "publishdate", "publish_date",
    "publish-date", "published_date", "published-date", "publication_date", "publicationdate",
    "article.published", "article:post_date", "displaydate", "originalpublicationdate", "ptime",
    "bt:pubdate", "rnews:datepublished", "citation_publication_date", "citation_date", "date",
    "date_published", "article_date_original", "og:pubdate", "og:publish_date", "datecreated",
    "created", "content_create_date", "vr:published_time", "shareaholic:article_published_time",
    "date.release", "release_date", "article.created", "field-name-post-date", "mediator_published_time",
    "timestamp", "creation_date", "og:regdate", "news:publication_date", "cre", "lastpubdate",
};
constexpr std::string_view updated_names[] = {
    "article:modified_time", "og:updated_time", "article:updated_time", "datemodified", "dc.date.modified",
    "dcterms.modified", "dc.modified", "last-modified", "lastmod", "article.updated", "article:modified",
    "utime", "updated", "date_updated", "revised", "shareaholic:article_modified_time",
};
constexpr std::string_view update_words[] = {
    "updated", "last updated", "last modified", "modified", "aktualisiert", "zuletzt", "update",
    "mis à jour", "mise à jour", "modifié", "actualizado", "aggiornato", "atualizado", "letzte änderung",
    "letzte aktualisierung", "last edited", "last revised", "date of last revision", "zaktualizowano",
    "bijgewerkt", "uppdaterad", "oppdatert", "opdateret", "обновлено",
};
// clang-format on

using Found = std::optional<Date>;

bool is_update(std::string_view text) {
    const std::string folded = text::lower(text);
    return std::ranges::any_of(update_words,
                               [&](std::string_view each) { return folded.starts_with(each); });
}

// A date of a day at least: a year alone tells nothing of an article.
Found day_in(std::string_view text) {
    constexpr std::size_t longest = 200;
    const Found date = read_date(text.substr(0, longest));
    return date && date->precision >= Date::Precision::day ? date : std::nullopt;
}

Found date_of_element(const HtmlTree& tree, NodeId at) {
    for (std::string_view name : {"datetime", "content", "title", "data-datetime", "data-date"})
        if (const Found date = day_in(tree.attribute(at, name))) return date;
    if (tree[at].end - at > 40) return {};
    return day_in(line_text(tree, at));
}

bool is_outside_article(const Page& page, NodeId at) {
    constexpr float little = 0.3F;
    for (; at != 0; at = page.tree[at].parent) {
        const PagePart part = page.segments.part[at];
        const Tag tag = page.tree[at].tag;
        if (part == PagePart::comments) return true;
        if ((tag == Tag::aside || tag == Tag::footer || tag == Tag::nav) &&
            page.segments.good[at] < little * page.segments.good[0])
            return true;
    }
    return false;
}

Found stated(const PageMetadata& metadata, std::span<const std::string_view> names) {
    for (std::string_view name : names)
        if (const Found date = day_in(metadata.meta({name}))) return date;
    return {};
}

Found item_date(const Page& page, std::string_view item) {
    for (NodeId at : page.metadata.items(item))
        if (!is_outside_article(page, at))
            if (const Found date = date_of_element(page.tree, at)) return date;
    return {};
}

NodeId headline_node(const Page& page) {
    const std::size_t after = after_headline(page);
    return after == 0 ? 0 : page.segments.segments[after - 1].last;
}

bool is_labelled_update(const Page& page, NodeId at) {
    constexpr NodeId largest_label = 60;
    const NodeId parent = page.tree[at].parent;
    return page.tree[parent].end - parent <= largest_label &&
           is_update(line_text(page.tree, parent));
}

// The first after the headline, else the last before it.
Found nearest(const Page& page, const std::vector<NodeId>& elements, bool updates) {
    const NodeId headline = headline_node(page);
    Found before;
    for (NodeId at : elements) {
        if (is_outside_article(page, at)) continue;
        if (is_labelled_update(page, at) != updates) continue;
        const Found date = date_of_element(page.tree, at);
        if (!date) continue;
        if (at > headline) return date;
        before = date;
    }
    return before;
}

std::vector<NodeId> marked_elements(const Page& page) {
    std::vector<NodeId> found;
    for (NodeId at = 1; at < page.tree.size() && found.size() < 100; ++at)
        if ((page.segments.part[at] == PagePart::date ||
             page.segments.part[at] == PagePart::byline) &&
            page.tree[at].end - at <= 40)
            found.push_back(at);
    return found;
}

std::vector<NodeId> times(const Page& page) {
    const auto& all = page.metadata.times();
    return {all.begin(), all.begin() + std::ptrdiff_t(std::min<std::size_t>(all.size(), 100))};
}

bool is_rights(std::string_view text) {
    return text.find("©") != text.npos || text.find("opyright") != text.npos;
}

bool begins_word(std::string_view text, std::size_t at) {
    const auto is_word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               (c & 0x80);
    };
    const char c = text[at];
    return ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) &&
           (at == 0 || !is_word(text[at - 1]));
}

// "Jane Doe, 3 May 2019": anywhere in a label.
Found day_within(std::string_view label) {
    if (const Found date = day_in(label)) return date;
    for (std::size_t at = 1; at < label.size(); ++at)
        if (begins_word(label, at))
            if (const Found date = day_in(label.substr(at))) return date;
    return {};
}

// In the short lines among [from, to) of the page's segments.
Found labelled_date(const Page& page, std::size_t from, std::size_t to, bool updates) {
    constexpr std::size_t longest = 150;
    const auto& segments = page.segments.segments;
    for (std::size_t at = from; at < std::min(to, segments.size()); ++at) {
        const Segment& segment = segments[at];
        if (segment.letters > longest || is_outside_article(page, segment.first)) continue;
        const std::string text = segment_text(page.tree, segment);
        if (is_rights(text) || is_update(text) != updates) continue;
        const bool sentence = segment.ends_sentence && segment.letters > 60;
        if (const Found date = sentence ? day_in(text) : day_within(text)) return date;
    }
    return {};
}

// Near the headline, below it first.
Found shown_date(const Page& page, bool updates) {
    constexpr std::size_t below = 15, above = 5;
    const std::size_t headline = after_headline(page);
    if (const Found date = labelled_date(page, headline, headline + below, updates)) return date;
    return labelled_date(page, headline > above ? headline - above : 0, headline, updates);
}

// Below the text: "Posted on 3 May 2019 by Jane Doe".
Found date_below_text(const Page& page, bool updates) {
    constexpr std::size_t below = 10;
    const auto& segments = page.segments.segments;
    const auto after = std::ranges::find_if(
        segments, [&](const Segment& each) { return each.first >= page.tree[page.container].end; });
    const auto at = std::size_t(after - segments.begin());
    return labelled_date(page, at, at + below, updates);
}

// "(3 May 2019) The minister said ...": the first words of the text.
Found date_heading_text(const Page& page) {
    for (const Segment& each : page.segments.segments) {
        if (each.first <= page.container || prose(each, page.tree[each.block].tag) <= 0) continue;
        const std::string text = segment_text(page.tree, each);
        const bool begins = !text.empty() && (text[0] == '(' || (text[0] >= '0' && text[0] <= '9'));
        return begins ? day_in(std::string_view(text).substr(0, 30)) : std::nullopt;
    }
    return {};
}

// ".../2019/11/19/..." or ".../2019-11-19-...".
Found url_date(std::string_view url) {
    for (std::size_t at = url.find("/"); at != url.npos; at = url.find_first_of("/-_", at + 1)) {
        std::string_view rest = url.substr(at + 1);
        if (rest.size() < 8 || (!rest.starts_with("19") && !rest.starts_with("20"))) continue;
        std::string digits;
        for (char c : rest.substr(0, 10)) {
            if (c >= '0' && c <= '9')
                digits += c;
            else if (c != '/' && c != '-')
                break;
            else if (digits.size() != 4 && digits.size() != 6)
                break;
        }
        if (digits.size() != 8) continue;
        const std::string iso =
            digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6);
        if (const Found date = parse_iso_date(iso)) return date;
    }
    return {};
}

}  // namespace

PageDates page_dates(const Page& page, const std::string& url) {
    const PageMetadata& metadata = page.metadata;
    PageDates found;
    const auto try_published = [&](auto&& look) {
        if (!found.published) found.published = look();
    };
    try_published([&] { return day_in(metadata.linked_data().published); });
    try_published([&] { return stated(metadata, published_names); });
    try_published([&] { return item_date(page, "datePublished"); });
    try_published([&] { return nearest(page, times(page), false); });
    try_published([&] { return nearest(page, marked_elements(page), false); });
    try_published([&] { return shown_date(page, false); });
    try_published([&] { return date_heading_text(page); });
    try_published([&] { return date_below_text(page, false); });
    try_published([&] { return url_date(url); });

    found.updated = day_in(metadata.linked_data().modified);
    if (!found.updated) found.updated = stated(metadata, updated_names);
    if (!found.updated) found.updated = item_date(page, "dateModified");
    if (!found.updated) found.updated = nearest(page, times(page), true);
    if (!found.updated) found.updated = shown_date(page, true);
    return found;
}

}  // namespace morgue::extract
