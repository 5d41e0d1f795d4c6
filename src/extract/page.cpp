#include "extract/page.hpp"

#include <algorithm>

#include "extract/extract.hpp"
#include "extract/html_text.hpp"
#include "extract/page_content.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

void fill(std::string& field, const std::string& value) {
    if (field.empty()) field = value;
}

std::string page_url(const PageMetadata& metadata) {
    const auto is_url = [](const std::string& text) { return text.starts_with("http"); };
    for (const std::string& each :
         {metadata.canonical_url(), metadata.meta({"og:url", "twitter:url"}),
          metadata.linked_data().url})
        if (is_url(each)) return each;
    return {};
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

std::string page_language(const PageMetadata& metadata) {
    for (const std::string& each :
         {std::string(metadata.language()), metadata.linked_data().language,
          metadata.meta({"og:locale", "content-language", "language", "dc.language",
                         "dcterms.language", "inlanguage"})})
        if (std::string tag = language_tag(each); !tag.empty()) return tag;
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
        std::string word = line_text(page.tree, at);
        if (word.starts_with('#')) word.erase(0, 1);
        if (!word.empty() && std::ranges::find(words, word) == words.end())
            words.push_back(std::move(word));
    }
    return words;
}

std::vector<std::string> page_keywords(const Page& page) {
    const PageMetadata& metadata = page.metadata;
    std::vector<std::string> words;
    for (const std::string& each : metadata.linked_data().keywords) add_keywords(each, words);
    for (std::string_view name :
         {"article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags"}) {
        if (!words.empty()) break;
        for (const std::string& each : metadata.all_meta(name)) add_keywords(each, words);
    }
    if (words.empty()) words = tag_links(page);
    return words;
}

std::string page_summary(const PageMetadata& metadata) {
    if (std::string said =
            metadata.meta({"og:description", "description", "dc.description", "dcterms.description",
                           "dcterms.abstract", "twitter:description", "sailthru.description"});
        !said.empty())
        return said;
    return metadata.linked_data().description;
}

std::string first_deck(const Page& page) {
    constexpr NodeId largest = 60;
    constexpr std::size_t shortest = 10, longest = 500;
    for (NodeId at = 1; at < page.tree.size(); ++at) {
        const bool deck = page.segments.part[at] == PagePart::deck && !page.segments.hidden[at];
        if (!deck || page.tree[at].end - at > largest) continue;
        std::string text = line_text(page.tree, at);
        if (text.size() > shortest && text.size() < longest) return text;
    }
    return {};
}

void fill_fields(Page& page, Article& article) {
    const PageMetadata& metadata = page.metadata;
    fill(article.url, page_url(metadata));
    fill(article.source, page.source);
    page.host = host_of(article.url);
    page.headline = article.headline.empty() ? page_headline(page) : article.headline;
    fill(article.headline, page.headline);
    fill(article.subheadline, first_deck(page));
    PageByline byline = page_byline(page);
    fill(article.byline, byline.byline);
    if (article.authors.empty()) article.authors = std::move(byline.authors);
    const PageDates dates = page_dates(page, article.url);
    if (!article.published) article.published = dates.published;
    if (!article.updated) article.updated = dates.updated;
    fill(article.section, metadata.linked_data().section);
    fill(article.section, metadata.meta({"article:section", "parsely-section", "og:article:section",
                                         "section", "cxenseparse:category"}));
    if (article.keywords.empty()) article.keywords = page_keywords(page);
    fill(article.language, page_language(metadata));
    fill(article.summary, page_summary(metadata));
    fill(article.copyright, metadata.linked_data().copyright);
    fill(article.copyright, metadata.meta({"copyright", "dc.rights", "dcterms.rights", "rights"}));
}

}  // namespace

std::string page_source(const PageMetadata& metadata) {
    // Some say the title of the page where the name of the site belongs.
    const auto is_title = [&](const std::string& name) {
        return std::ranges::count(name, ' ') >= 2 && metadata.title().starts_with(name) &&
               metadata.title() != metadata.meta({"og:title"});
    };
    for (const std::string& each :
         {metadata.meta({"og:site_name"}), metadata.linked_data().publisher,
          metadata.meta({"dc.publisher", "dcterms.publisher", "article:publisher", "publisher",
                         "application-name", "cre", "copyright-holder"})})
        if (!each.empty() && !each.starts_with("http") && !is_title(each)) return each;
    return {};
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

void read_page(std::string_view html, Article& article) {
    const HtmlTree tree(html);
    if (tree.truncated())
        article.problems.push_back(
            {.code = "page-truncated",
             .field = "body",
             .message = "the page has too many elements; its end was not read",
             .hint = {}});
    const PageMetadata metadata(tree);
    const PageSegments segments = segment_page(tree);
    Page page{
        tree, metadata, segments, page_source(metadata), {}, {}, find_container(tree, segments)};
    fill_fields(page, article);
    if (article.body.empty()) article.body = main_text(page);
}

}  // namespace morgue::extract
