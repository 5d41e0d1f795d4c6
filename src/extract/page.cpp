#include "extract/page.hpp"

#include <algorithm>

#include "extract/extract.hpp"
#include "extract/html_text.hpp"
#include "extract/page_content.hpp"
#include "extract/watch.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

void fill(std::string& field, const std::string& value) {
    if (field.empty()) field = value;
}

std::string page_url(const Page& page) {
    const PageMetadata& metadata = page.metadata;
    const auto address = [](std::string text) {
        return text.starts_with("http") ? text : std::string();
    };
    TextLadder url("url", page.origins);
    url.rung("link rel=canonical", [&] { return address(metadata.canonical_url()); });
    url.rung("og:url", [&] { return address(metadata.meta({"og:url"})); });
    url.rung("twitter:url", [&] { return address(metadata.meta({"twitter:url"})); });
    url.rung("JSON-LD url", [&] { return address(metadata.linked_data().url); });
    return url.take();
}

std::string host_of(std::string_view url) {
    const std::size_t start = url.find("://");
    if (start == url.npos) return {};
    std::string_view host = url.substr(start + 3);
    host = host.substr(0, host.find_first_of("/:?#"));
    if (host.starts_with("www.")) host.remove_prefix(4);
    return std::string(host);
}

// "en_US" -> "en-US"; nothing for what is no language.
std::string language_tag(std::string_view text) {
    std::string tag(text.substr(0, text.find_first_of(",; ")));
    std::ranges::replace(tag, '_', '-');
    const auto is_part = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    };
    return tag.size() >= 2 && tag.size() <= 15 && std::ranges::all_of(tag, is_part) ? tag : "";
}

std::string page_language(const Page& page) {
    const PageMetadata& metadata = page.metadata;
    TextLadder language("language", page.origins);
    language.rung("html lang", [&] { return language_tag(metadata.language()); });
    language.rung("JSON-LD inLanguage",
                  [&] { return language_tag(metadata.linked_data().language); });
    for (std::string_view name : {"og:locale", "content-language", "language", "dc.language",
                                  "dcterms.language", "inlanguage"})
        language.rung(name, [&] { return language_tag(metadata.meta({name})); });
    return language.take();
}

// The text of the first element with this itemprop, or what it states.
std::string item_text(const Page& page, std::string_view itemprop) {
    constexpr NodeId largest = 40;
    for (NodeId at : page.metadata.items(itemprop)) {
        std::string text = text::one_line(page.tree.attribute(at, "content"));
        if (text.empty()) text = label_text(page.tree, at, largest);
        if (!text.empty()) return text;
    }
    return {};
}

// "\u00A9 2025 The Paper. All rights reserved.", among the last lines of the page.
std::string rights_line(const Page& page) {
    constexpr std::size_t most_lines = 40, longest = 250;
    const auto& segments = page.segments.segments;
    const std::size_t begin = segments.size() > most_lines ? segments.size() - most_lines : 0;
    for (std::size_t at = segments.size(); at-- > begin;) {
        if (segments[at].letters > longest) continue;
        std::string line = segment_text(page.tree, segments[at]);
        if (is_rights_notice(line)) return line;
    }
    return {};
}

void add_keywords(std::string_view list, std::vector<std::string>& to) {
    constexpr std::size_t most = 100;
    while (!list.empty() && to.size() < most) {
        const std::size_t end = std::min(list.find_first_of(",;"), list.size());
        std::string word = text::one_line(list.substr(0, end));
        if (!word.empty() && std::ranges::find(to, word) == to.end()) to.push_back(std::move(word));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

// The links that a blog marks as the tags of its post; more are those of the whole blog.
std::vector<std::string> tag_links(const Page& page) {
    constexpr std::size_t most = 30;
    std::vector<std::string> words;
    if (page.metadata.tags().size() > most) return words;
    for (NodeId at : page.metadata.tags()) {
        std::string word = label_text(page.tree, at, 20);
        if (word.starts_with('#')) word.erase(0, 1);
        if (!word.empty() && std::ranges::find(words, word) == words.end())
            words.push_back(std::move(word));
    }
    return words;
}

using Words = std::vector<std::string>;

std::optional<Found<Words>> some(Words words) {
    if (words.empty()) return std::nullopt;
    std::string text;
    for (const std::string& each : words) (text += text.empty() ? "" : "; ") += each;
    return Found<Words>{std::move(words), std::move(text)};
}

Words split(const Words& lists) {
    Words words;
    for (const std::string& each : lists) add_keywords(each, words);
    return words;
}

Words page_keywords(const Page& page) {
    const PageMetadata& metadata = page.metadata;
    Ladder<Words> keywords("keywords", page.origins);
    keywords.rung("JSON-LD keywords", [&] { return some(split(metadata.linked_data().keywords)); });
    for (std::string_view name :
         {"article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags"})
        keywords.rung(name, [&] { return some(split(metadata.all_meta(name))); });
    keywords.rung("links rel=tag", [&] { return some(tag_links(page)); });
    return keywords.take().value_or(Words());
}

// What the first of the names says; JSON-LD comes before or after them.
std::string page_summary(const Page& page) {
    const PageMetadata& metadata = page.metadata;
    TextLadder summary("summary", page.origins);
    for (std::string_view name :
         {"og:description", "description", "dc.description", "dcterms.description",
          "dcterms.abstract", "twitter:description", "sailthru.description"})
        summary.rung(name, [&] { return metadata.meta({name}); });
    summary.rung("JSON-LD description", [&] { return metadata.linked_data().description; });
    return summary.take();
}

std::string page_section(const Page& page) {
    const PageMetadata& metadata = page.metadata;
    TextLadder section("section", page.origins);
    section.rung("JSON-LD articleSection", [&] { return metadata.linked_data().section; });
    for (std::string_view name : {"article:section", "parsely-section", "og:article:section",
                                  "section", "cxenseparse:category"})
        section.rung(name, [&] { return metadata.meta({name}); });
    section.rung("itemprop articleSection", [&] { return item_text(page, "articleSection"); });
    return section.take();
}

std::string page_copyright(const Page& page) {
    const PageMetadata& metadata = page.metadata;
    TextLadder copyright("copyright", page.origins);
    copyright.rung("JSON-LD copyrightNotice", [&] { return metadata.linked_data().copyright; });
    for (std::string_view name : {"copyright", "dc.rights", "dcterms.rights", "rights"})
        copyright.rung(name, [&] { return metadata.meta({name}); });
    copyright.rung("foot of the page", [&] { return rights_line(page); });
    return copyright.take();
}

std::string first_deck(const Page& page) {
    constexpr NodeId largest = 60;
    constexpr std::size_t shortest = 10, longest = 500;
    for (NodeId at = 1; at < page.tree.size(); ++at) {
        const bool deck = page.segments.part[at] == PagePart::deck && !page.segments.hidden[at];
        if (!deck) continue;
        std::string text = label_text(page.tree, at, largest);
        if (text.size() > shortest && text.size() < longest) return text;
    }
    return {};
}

// What a reader should know of the text: that it grew, or that not all of it may be here.
void note_kind(const Page& page, Article& article) {
    const LinkedData& data = page.metadata.linked_data();
    const auto add = [&](std::string code, std::string message) {
        article.problems.push_back(
            {.code = std::move(code), .field = "body", .message = std::move(message), .hint = {}});
    };
    const std::string tier = text::lower(page.metadata.meta({"article:content_tier"}));
    if (data.is_live_blog) add("live-blog", "a live blog, as it stood when it was fetched");
    if (data.is_paid || tier == "locked")
        add("paywall", "the page says it is for subscribers; the text may be a part only");
}

void fill_fields(Page& page, Article& article) {
    fill(article.url, page_url(page));
    fill(article.source, page.source);
    page.host = host_of(article.url);
    page.headline = article.headline.empty() ? page_headline(page) : article.headline;
    fill(article.headline, page.headline);
    TextLadder deck("subheadline", page.origins);
    deck.rung("element named as deck", [&] { return first_deck(page); });
    fill(article.subheadline, deck.take());
    PageByline byline = page_byline(page);
    fill(article.byline, byline.byline);
    if (article.authors.empty()) article.authors = std::move(byline.authors);
    const PageDates dates = page_dates(page, article.url);
    if (!article.published) article.published = dates.published;
    if (!article.updated) article.updated = dates.updated;
    fill(article.section, page_section(page));
    if (article.keywords.empty()) article.keywords = page_keywords(page);
    fill(article.language, page_language(page));
    fill(article.summary, page_summary(page));
    fill(article.copyright, page_copyright(page));
    if (article.source.empty()) {
        TextLadder source("source", page.origins);
        source.rung("holder of the rights", [&] { return rights_holder(article.copyright); });
        fill(article.source, source.take());
    }
}

}  // namespace

std::string page_source(const PageMetadata& metadata, Origins* origins) {
    // Some say the title of the page where the name of the site belongs.
    const auto is_title = [&](const std::string& name) {
        return std::ranges::count(name, ' ') >= 2 && metadata.title().starts_with(name) &&
               metadata.title() != metadata.meta({"og:title"});
    };
    const auto name = [&](std::string stated) {
        return stated.starts_with("http") || is_title(stated) ? std::string() : stated;
    };
    TextLadder source("source", origins);
    source.rung("og:site_name", [&] { return name(metadata.meta({"og:site_name"})); });
    source.rung("JSON-LD publisher", [&] { return name(metadata.linked_data().publisher); });
    for (std::string_view key : {"dc.publisher", "dcterms.publisher", "article:publisher",
                                 "publisher", "application-name", "cre", "copyright-holder"})
        source.rung(key, [&] { return name(metadata.meta({key})); });
    return source.take();
}

std::string segment_text(const HtmlTree& tree, const Segment& segment) {
    std::string text;
    for (NodeId at = segment.first; at <= segment.last; ++at)
        if (tree[at].tag == Tag::text) text += tree[at].text;
    return text::one_line(text);
}

std::size_t after_headline(const Page& page) {
    const auto& segments = page.segments.segments;
    const std::string headline = text::fold(page.headline);
    std::size_t first_h1 = 0;
    for (std::size_t at = 0; at < segments.size(); ++at) {
        const Tag tag = page.tree[segments[at].block].tag;
        if (!is_heading(tag)) continue;
        if (!headline.empty() && text::fold(segment_text(page.tree, segments[at])) == headline)
            return at + 1;
        if (tag == Tag::h1 && first_h1 == 0) first_h1 = at + 1;
    }
    return first_h1;
}

void read_page(std::string_view html, Article& article, Origins* origins) {
    const HtmlTree tree(html);
    if (tree.truncated())
        article.problems.push_back(
            {.code = "page-truncated",
             .field = "body",
             .message = "the page has too many elements; its end was not read",
             .hint = {}});
    const PageMetadata metadata(tree);
    const PageSegments segments = segment_page(tree);
    Watch watch(article, origins);
    Page page{tree,
              metadata,
              segments,
              page_source(metadata, origins),
              {},
              {},
              find_container(tree, segments),
              origins};
    note_kind(page, article);
    fill_fields(page, article);
    if (article.body.empty()) article.body = main_text(page);
    watch.step("main text of the page");
}

}  // namespace morgue::extract
