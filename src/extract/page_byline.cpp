#include <algorithm>

#include "extract/extract.hpp"
#include "extract/html_text.hpp"
#include "extract/page.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

constexpr std::size_t longest_byline = 120;

// Lower case. Words before the names of a byline on a page.
// clang-format off
constexpr std::string_view lead_words[] = {
    "article by", "artikel von", "auteur", "auteurs", "author", "authors", "autor", "autora", "autoren",
    "autores", "autorin", "autore", "beitrag von", "by", "contributed by", "created by", "di", "door",
    "ein beitrag von", "eingestellt von", "erstellt von", "escrito por", "geschrieben von",
    "gespeichert von", "interview", "och", "par", "por", "posted by", "publicado por", "published by",
    "publié par", "redakteur", "redaktion", "scritto da", "skrevet av", "story by", "tekst", "text",
    "text by", "text und interview", "text von", "veröffentlicht von", "verfasst von", "von", "words by",
    "written by", "автор",
};

// Lower case. Accounts and roles, no persons.
constexpr std::string_view nobody[] = {
    "admin", "administrator", "anonymous", "author", "auteurs", "authors", "autor", "editor", "editors", "gast",
    "guest", "guest author", "news desk", "newsdesk", "online", "published by", "redaction", "redaktion",
    "redazione", "redacción", "redação", "rédaction", "la rédaction", "staff", "staff reporter", "staff writer",
    "webmaster", "web desk", "wordpressadmin", "die redaktion", "team", "user",
};

constexpr std::string_view credits[] = {"foto", "photo", "bild", "image", "credit", "illustration", "crédit"};

// What may follow the names in the same line.
constexpr std::string_view ends[] = {" | ", " · ", " • ", " / ", " – ", " — ", " - ", " am ", " on ", " le ", " @"};
// clang-format on

bool is_address(std::string_view text) {
    return text.find("://") != text.npos || text.starts_with("www.") || text.starts_with("@") ||
           text.starts_with("/");
}

bool is_credit(const std::string& text) {
    const std::string low = text::lower(text.substr(0, 20));
    return std::ranges::any_of(credits, [&](auto each) { return low.starts_with(each); });
}

bool usable(const std::string& text) {
    return text.size() > 2 && text.size() <= longest_byline && !is_address(text) &&
           !is_credit(text);
}

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != text.npos;
}

// "Geschrieben von: Jane Doe am 3. Mai 2019" -> "Jane Doe".
std::string names_part(const std::string& byline) {
    std::string_view rest = byline;
    const std::string low = text::lower(byline);
    std::size_t lead = 0;
    for (std::string_view each : lead_words)
        if (low.size() == byline.size() && low.starts_with(each) && low.size() > each.size() &&
            (low[each.size()] == ' ' || low[each.size()] == ':'))
            lead = std::max(lead, each.size());
    rest.remove_prefix(lead);
    rest.remove_prefix(std::min(rest.find_first_not_of(" :"), rest.size()));
    for (std::string_view each : ends) {
        const std::size_t at = rest.find(each);
        if (at == rest.npos || at == 0) continue;
        // A blank and a word only end the names where a date follows.
        if (each == " am " || each == " on " || each == " le ")
            if (!has_digit(rest.substr(at, 24))) continue;
        rest = rest.substr(0, at);
    }
    return std::string(rest);
}

// The persons of a byline; the publication itself, accounts and dates are none.
std::vector<std::string> persons(const std::string& byline, const Page& page) {
    std::vector<std::string> names;
    for (std::string& name : read_byline(names_part(byline)).authors) {
        const std::string key = text::fold(name);
        const bool is_site = key == text::fold(page.source) || key == page.host;
        const bool is_nobody = std::ranges::find(nobody, key) != std::end(nobody);
        if (!is_site && !is_nobody && !has_digit(name)) names.push_back(std::move(name));
    }
    return names;
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
        if (usable(text) && !persons(text, page).empty()) return text;
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
    for (std::string_view key :
         {"author", "article:author", "dc.creator", "dc.contributor", "dcterms.creator",
          "parsely-author", "sailthru.author", "byl", "citation_author", "dc:creator",
          "og:article:author", "article:author_name"}) {
        for (const std::string& name : page.metadata.all_meta(key))
            if (usable(name) && std::ranges::find(found, name) == found.end())
                found.push_back(name);
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
        for (std::string& name : persons(each, page))
            if (std::ranges::find(found.authors, name) == found.authors.end())
                found.authors.push_back(std::move(name));
    }
    if (found.byline.empty()) found.byline = joined(stated);
    if (found.authors.empty()) found.authors = persons(found.byline, page);
    return found;
}

}  // namespace morgue::extract
