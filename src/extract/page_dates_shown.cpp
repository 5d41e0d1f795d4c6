#include <algorithm>

#include "extract/extract.hpp"
#include "extract/html_text.hpp"
#include "extract/page_dates.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

// clang-format off
constexpr std::string_view update_words[] = {
    "updated", "last updated", "last modified", "modified", "aktualisiert", "zuletzt", "update", "stand:", "stand ",
    "mis à jour", "mise à jour", "modifié", "actualizado", "aggiornato", "atualizado", "letzte änderung",
    "letzte aktualisierung", "last edited", "last revised", "date of last revision", "zaktualizowano",
    "bijgewerkt", "uppdaterad", "oppdatert", "opdateret", "обновлено",
};
// Before the day of an entry, anywhere in its line.
constexpr std::string_view entry_words[] = {
    "wurde am", "posted on", "published on", "was posted", "posted:", "published:", "first published", "date:",
    "veröffentlicht am", "veröffentlicht:", "veröffentlichung:", "erstellt am", "erschienen am", "datum:",
    "online seit", "publié le", "mis en ligne le", "publicado el", "publicado em", "pubblicato il", "geplaatst op",
    "gepubliceerd op", "publicerad", "publisert", "offentliggjort", "opublikowano", "опубликовано",
};
// clang-format on

constexpr NodeId largest_element = 40;

bool contains_any(std::string_view text, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](auto each) { return text.find(each) != text.npos; });
}

bool is_update(std::string_view text) {
    constexpr std::size_t longest_label = 60;
    const std::string low = text::lower(text.substr(0, longest_label));
    const std::string label = low.substr(0, low.find_first_of("0123456789"));
    return std::ranges::any_of(update_words, [&](std::string_view each) {
        const std::size_t at = label.find(each);
        return at == 0 || (at != label.npos && label[at - 1] == ' ');
    });
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
FoundDate day_within(std::string_view label, DateOrder order) {
    constexpr std::size_t longest = 400;
    label = label.substr(0, longest);
    if (const FoundDate date = day_in(label, order)) return date;
    for (std::size_t at = 1; at < label.size(); ++at)
        if (begins_word(label, at))
            if (const FoundDate date = day_in(label.substr(at), order)) return date;
    return {};
}

// In comments, in a quoted post, in a part of the page that leads elsewhere.
bool is_of_others(const Page& page, NodeId at, bool clutter_too) {
    const auto is_small = [&](NodeId part) {
        return page.segments.good[part] < 0.3F * page.segments.good[0];
    };
    bool in_footer = false;  // of the page, not of an article
    for (; at != 0; at = page.tree[at].parent) {
        if (page.tree[at].tag == Tag::footer && is_small(at)) in_footer = true;
        if (page.tree[at].tag == Tag::article) in_footer = false;
        const PagePart part = page.segments.part[at];
        const Tag tag = page.tree[at].tag;
        if (part == PagePart::comments || tag == Tag::blockquote) return true;
        if (!clutter_too) continue;
        const bool apart =
            tag == Tag::aside || tag == Tag::footer || tag == Tag::nav || part == PagePart::clutter;
        if (apart && is_small(at)) return true;
    }
    return in_footer;
}

std::vector<NodeId> marked_elements(const Page& page) {
    constexpr std::size_t most = 200;
    std::vector<NodeId> found;
    for (NodeId at = 1; at < page.tree.size() && found.size() < most; ++at) {
        const PagePart part = page.segments.part[at];
        if ((part == PagePart::date || part == PagePart::byline) &&
            page.tree[at].end - at <= largest_element)
            found.push_back(at);
    }
    return found;
}

std::vector<NodeId> times(const Page& page) {
    const auto& all = page.metadata.times();
    return {all.begin(), all.begin() + std::ptrdiff_t(std::min<std::size_t>(all.size(), 200))};
}

// By its class; "updated" beside other names is what every entry of a blog is called.
bool is_named_update(std::string_view names) {
    constexpr std::size_t longest = 200;
    const std::string low = text::lower(names.substr(0, longest));
    if (low == "updated") return true;
    if (low.find("publi") != low.npos || low.find("entry-date") != low.npos) return false;
    for (std::size_t at = 0; at < low.size();) {
        const std::size_t end = std::min(low.find(' ', at), low.size());
        const std::string_view name = std::string_view(low).substr(at, end - at);
        if (name != "updated" &&
            (name.find("updat") != name.npos || name.find("modif") != name.npos))
            return true;
        at = end + 1;
    }
    return false;
}

// The first segment that lies in or behind a node.
std::size_t segment_from(const Page& page, NodeId node) {
    const auto& segments = page.segments.segments;
    const auto found =
        std::ranges::find_if(segments, [&](const Segment& each) { return each.first >= node; });
    return std::size_t(found - segments.begin());
}

bool heads_link(const HtmlTree& tree, NodeId link) {
    return is_heading(tree[tree[link].parent].tag) || is_heading(tree[link + 1].tag);
}

// In an entry of a list, beside a link to another article.
bool is_teaser(const Page& page, NodeId at, NodeId headline) {
    constexpr NodeId largest = 80;
    constexpr std::size_t levels = 4, title = 25;
    const HtmlTree& tree = page.tree;
    NodeId around = tree[at].parent;
    for (std::size_t level = 0; level < levels && around != 0; ++level) {
        const NodeId end = tree[around].end;
        if (end - around > largest || (around < headline && headline < end)) return false;
        for (NodeId link = around + 1; link < end; ++link)
            if (tree[link].tag == Tag::a && tree[link].end > link + 1 &&
                (link > at || tree[link].end <= at) &&
                (tree[around].tag == Tag::li || heads_link(tree, link)) &&
                label_text(tree, link, largest).size() >= title)
                return true;
        around = tree[around].parent;
    }
    return false;
}

}  // namespace

FoundDate day_in(std::string_view text, DateOrder order) {
    constexpr std::size_t longest = 200;
    text = text.substr(0, longest);
    const auto date = scan_date(text, order).date;
    if (!date || date->precision < Date::Precision::day) return {};
    return Found<Date>{*date, std::string(text)};
}

DateOrder page_date_order(const Page& page) {
    std::string tag(page.metadata.language());
    if (const std::string locale = page.metadata.meta({"og:locale"}); tag.size() < 4) {
        if (tag.empty() || locale.starts_with(tag)) tag = locale.empty() ? tag : locale;
    }
    tag = text::lower(tag);
    if (tag == "en-us" || tag == "en_us") return DateOrder::month_first;
    if (tag.empty() || tag == "en") return DateOrder::unknown;
    return DateOrder::day_first;
}

ShownDates::ShownDates(const Page& page, bool updates)
    : page_(page), updates_(updates), order_(page_date_order(page)) {
    constexpr std::size_t below = 16, above = 6;
    const auto& segments = page.segments.segments;
    headline_ = after_headline(page);
    if (headline_ == 0 && page.container != 0) headline_ = segment_from(page, page.container);
    if (segments.empty()) return;
    from_ = headline_ > above ? segments[headline_ - above].block : 0;
    at_ = headline_ == 0 ? 0 : segments[headline_ - 1].last;
    to_ =
        headline_ + below < segments.size() ? segments[headline_ + below].first : page.tree.size();
}

FoundDate ShownDates::of_element(NodeId at) const {
    for (std::string_view name : {"datetime", "content", "title", "data-datetime", "data-date"})
        if (name == "title" && page_.tree[at].tag == Tag::a)
            continue;  // tells of what it leads to
        else if (FoundDate date = day_in(page_.tree.attribute(at, name), order_))
            return date;
    return day_within(label_text(page_.tree, at, largest_element), order_);
}

bool ShownDates::is_update_label(NodeId at) const {
    constexpr NodeId largest_label = 60;
    if (is_named_update(page_.tree.attribute(at, "class")) &&
        !page_.tree.has_attribute(at, "pubdate"))
        return true;
    const NodeId parent = page_.tree[at].parent;
    return is_update(label_text(page_.tree, at, largest_label)) ||
           is_update(label_text(page_.tree, parent, largest_label));
}

// Of those in [from, to), the first after the headline, else the last before it.
FoundDate ShownDates::first_of(const std::vector<NodeId>& elements, NodeId from, NodeId to) const {
    const auto& segments = page_.segments.segments;
    const NodeId headline = headline_ == 0 ? 0 : segments[headline_ - 1].last;
    FoundDate before;
    for (NodeId at : elements) {
        if (at < from || at >= to || page_.segments.hidden[at]) continue;
        if (is_of_others(page_, at, false) || is_update_label(at) != updates_) continue;
        FoundDate date = of_element(at);
        if (!date || is_teaser(page_, at, headline)) continue;
        if (at > headline) return date;
        before = std::move(date);
    }
    return before;
}

FoundDate ShownDates::item(std::string_view itemprop) const {
    for (NodeId at : page_.metadata.items(itemprop)) {
        const bool stated = page_.tree[at].tag == Tag::meta;
        if (!stated && is_of_others(page_, at, false)) continue;
        if (FoundDate date = of_element(at)) return date;
    }
    return {};
}

FoundDate ShownDates::time_below_headline() const {
    return first_of(times(page_), at_, to_);
}

FoundDate ShownDates::marked_below_headline() const {
    return first_of(marked_elements(page_), at_, to_);
}

// "3 May 2019 Minister resigns", where the title is a link to another article.
bool ShownDates::is_link_with_date(const Segment& segment) {
    constexpr unsigned title = 25;
    return segment.links > 0 && segment.link_letters / segment.links > title &&
           segment.link_share() < 0.95;
}

// In the short lines among [from, to) of the page's segments.
FoundDate ShownDates::in_lines(std::size_t from, std::size_t to) const {
    constexpr std::size_t longest = 150;
    const auto& segments = page_.segments.segments;
    for (std::size_t at = from; at < std::min(to, segments.size()); ++at) {
        const Segment& segment = segments[at];
        if (is_link_with_date(segment)) continue;
        if (segment.letters > longest || is_of_others(page_, segment.first, false)) continue;
        const std::string text = segment_text(page_.tree, segment);
        if (is_rights(text) || is_update(text) != updates_) continue;
        const bool heading = is_heading(page_.tree[segment.block].tag);
        const bool sentence = segment.ends_sentence && (heading || segment.letters > 60);
        const bool entry = contains_any(text::lower(text), entry_words);
        if (FoundDate date = sentence && !entry ? day_in(text, order_) : day_within(text, order_))
            return date;
    }
    return {};
}

FoundDate ShownDates::line_below_headline() const {
    constexpr std::size_t below = 15;
    return in_lines(headline_, headline_ + below);
}

FoundDate ShownDates::marked_above_headline() const {
    if (FoundDate date = first_of(times(page_), from_, at_)) return date;
    return first_of(marked_elements(page_), from_, at_);
}

FoundDate ShownDates::line_above_headline() const {
    constexpr std::size_t above = 5;
    return in_lines(headline_ > above ? headline_ - above : 0, headline_);
}

FoundDate ShownDates::before_text() const {
    constexpr std::size_t reach = 60;
    std::size_t left = 3;  // paragraphs
    for (const Segment& each : page_.segments.segments) {
        if (each.first <= page_.container || prose(each, page_.tree[each.block].tag) <= 0) continue;
        const std::string text = segment_text(page_.tree, each);
        const std::size_t bracket = text.find('(');
        const std::size_t begin = text[0] >= '0' && text[0] <= '9' ? 0 : bracket;
        if (begin < reach)
            if (FoundDate date = day_in(std::string_view(text).substr(begin, reach), order_))
                return date;
        if (--left == 0) break;
    }
    return {};
}

FoundDate ShownDates::below_text() const {
    constexpr std::size_t below = 10, foot = 40;
    const auto& segments = page_.segments.segments;
    const std::size_t end = segment_from(page_, page_.tree[page_.container].end);
    const std::size_t begin = std::max<std::size_t>(end, 2) - 2;
    if (FoundDate date = in_lines(begin, end + below)) return date;
    for (std::size_t at = end; at < std::min(end + foot, segments.size()); ++at) {
        const std::string text = segment_text(page_.tree, segments[at]);
        const std::string low = text::lower(text);
        if (low.size() == text.size() && contains_any(low, entry_words))
            for (std::string_view word : entry_words)
                if (const std::size_t found = low.find(word); found != low.npos && !updates_)
                    if (FoundDate date = day_within(text.substr(found), order_)) return date;
    }
    return {};
}

FoundDate ShownDates::in_headline() const {
    return day_in(page_.headline.empty() ? page_.metadata.title() : page_.headline, order_);
}

FoundDate ShownDates::anywhere() const {
    for (const auto& elements : {times(page_), marked_elements(page_)}) {
        std::vector<NodeId> own;
        std::ranges::copy_if(elements, std::back_inserter(own),
                             [&](NodeId at) { return !is_of_others(page_, at, true); });
        if (FoundDate date = first_of(own, 0, page_.tree.size())) return date;
    }
    return {};
}

FoundDate ShownDates::entry_update() const {
    std::size_t left = 100;
    for (NodeId at = 1; at < page_.tree.size() && left > 0; ++at) {
        if (page_.tree.attribute(at, "class") != "updated") continue;
        --left;
        if (!is_of_others(page_, at, true))
            if (FoundDate date = of_element(at)) return date;
    }
    return {};
}

}  // namespace morgue::extract
