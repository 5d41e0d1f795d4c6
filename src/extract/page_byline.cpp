// Who wrote a page: what it states for machines, and the byline that it shows.
#include <algorithm>

#include "extract/agencies.hpp"
#include "extract/extract.hpp"
#include "extract/html_text.hpp"
#include "extract/ladder.hpp"
#include "extract/page.hpp"
#include "extract/page_titles.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

constexpr std::size_t longest_byline = 120;

// Lower case. Words before the names of a byline on a page.
// clang-format off
constexpr std::string_view lead_words[] = {
    "article by", "artikel von", "auteur", "auteurs", "author", "authors", "autor", "autora", "autoren",
    "autores", "autorin", "autore", "beitrag von", "by", "contributed by", "created by", "di", "door",
    "ein artikel von", "ein beitrag von", "eine kolumne von", "un article de", "un articolo di", "eingestellt von", "erstellt von", "escrito por", "geschrieben von",
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

// Of what stands about authors, but names none.
constexpr std::string_view about[] = {
    "about", "author information", "all articles", "alle artikel", "more from", "more by", "follow", "view all",
    "see all", "über den autor", "über die autor", "mehr von", "posts by", "articles by", "authors and",
};

// What may follow the names in the same line.
constexpr std::string_view ends[] = {" | ", " · ", " • ", " / ", " – ", " — ", " - ", " am ", " on ", " le ", " @"};

// Between a date and the names after it: "3 May 2019 by Jane Doe".
constexpr std::string_view joints[] = {" by ", " von ", " par ", " por ", " door ", " di ", " av ", " - redaktion: ",
                                       " autor: ", " author: "};

// Folders of the pages that sites have about their authors.
constexpr std::string_view author_folders[] = {
    "/author/", "/authors/", "/autor/", "/autoren/", "/autores/", "/auteur/", "/auteurs/", "/autore/", "/by/",
    "/byline/", "/columnist/", "/columnists/", "/contributor/", "/contributors/", "/journalist/", "/journalists/",
    "/journalistes/", "/journaliste/", "/newsteam/", "/people/", "/profile/", "/profil/", "/reporter/", "/reporters/",
    "/staff/", "/user/", "/writer/", "/writers/",
};

constexpr std::string_view author_metas[] = {
    "dc:creator", "author", "article:author", "dc.creator", "dc.contributor", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "citation_author", "cxenseparse:author", "og:article:author", "article:author_name",
};
// clang-format on

bool begins_with_any(std::string_view low, std::span<const std::string_view> beginnings) {
    return std::ranges::any_of(beginnings, [&](auto each) { return low.starts_with(each); });
}

bool is_address(std::string_view text) {
    return text.starts_with("http") || text.starts_with("www.") || text.starts_with("@") ||
           text.starts_with("/");
}

bool usable(const std::string& text) {
    if (text.size() <= 2 || text.size() > longest_byline || is_address(text)) return false;
    const std::string low = text::lower(text.substr(0, 30));
    return !begins_with_any(low, credits) && !begins_with_any(low, about);
}

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != text.npos;
}

// "3 May 2019 by Jane Doe" -> "Jane Doe".
std::string_view after_date(std::string_view line, std::string_view low) {
    if (low.size() != line.size()) return line;
    for (std::string_view each : joints)
        if (const std::size_t at = low.find(each); at != low.npos && has_digit(line.substr(0, at)))
            return line.substr(at + each.size());
    return line;
}

// "Geschrieben von: Jane Doe am 3. Mai 2019" -> "Jane Doe".
std::string names_part(const std::string& byline) {
    const std::string low_byline = text::lower(byline);
    std::string_view rest = after_date(byline, low_byline);
    const std::string low = text::lower(rest);
    std::size_t lead = 0;
    for (std::string_view each : lead_words)
        if (low.size() == rest.size() && low.starts_with(each) && low.size() > each.size() &&
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

// "jdoe", "freeman1984", "sarah-indra": how a system knows somebody, no name.
bool is_account(std::string_view name) {
    return name.find(' ') == name.npos && text::lower(name) == name;
}

// The persons of a byline; the publication itself, accounts and dates are none.
std::vector<std::string> persons(const std::string& byline, const Page& page) {
    std::vector<std::string> names;
    for (std::string& name : read_byline(names_part(byline)).authors) {
        const std::string key = text::fold(name), letters = bare(name);
        const bool is_site = letters == bare(page.source) || letters == bare(page.host);
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

NodeId end_of_headline(const Page& page) {
    const std::size_t after = after_headline(page);
    return after == 0 ? 0 : page.segments.segments[after - 1].last;
}

bool is_marked(const Page& page, NodeId at) {
    return page.segments.part[at] == PagePart::byline || says_author(page.tree, at);
}

// The text of the first element marked as byline for which `look` finds one, those after the
// headline first.
template <class Look>
std::string first_after_headline(const Page& page, Look&& look) {
    constexpr std::size_t most = 500;
    const NodeId headline = end_of_headline(page);
    std::string before;
    std::size_t looked_at = 0;
    for (NodeId at = 1; at < page.tree.size(); ++at) {
        if (page.tree[at].tag == Tag::text || page.segments.hidden[at]) continue;
        if (at < headline && !before.empty()) continue;
        if (!is_marked(page, at)) continue;
        if (++looked_at > most) break;
        std::string text = look(at);
        if (text.empty()) continue;
        if (at > headline) return text;
        before = std::move(text);
    }
    return before;
}

// Style sheets part "By" from the name that touches it.
void separate_lead(const Page& page, NodeId at, std::string& text) {
    constexpr std::string_view leads[] = {"By",  "by",  "BY",  "Von", "von",
                                          "Par", "par", "Por", "por"};
    while (at < page.tree[at].end && at + 1 < page.tree.size() && page.tree[at].tag != Tag::text)
        ++at;
    const std::string_view first = page.tree[at].text;
    if (std::ranges::find(leads, first) == std::end(leads)) return;
    if (text.size() > first.size() && text.starts_with(first) && text[first.size()] != ' ')
        text.insert(first.size(), " ");
}

std::string text_of_label(const Page& page, NodeId at) {
    constexpr NodeId largest = 60;
    std::string text = label_text(page.tree, at, largest);
    if (text.empty() || in_comments(page, at)) return {};
    separate_lead(page, at, text);
    return usable(text) ? text : "";
}

// An element that is marked as the byline, and names a person.
std::string marked_byline(const Page& page) {
    return first_after_headline(page, [&](NodeId at) {
        std::string text = text_of_label(page, at);
        return text.empty() || persons(text, page).empty() ? std::string() : text;
    });
}

// One that is marked so and names none: an account, the newsroom.
std::string marked_signature(const Page& page) {
    constexpr std::size_t most_words = 5;
    return first_after_headline(page, [&](NodeId at) {
        std::string text = text_of_label(page, at);
        return words_in(text) > most_words || names_part(text).size() < 2 ? std::string() : text;
    });
}

// The name on a link to an author's page, not far from the headline.
std::string linked_author(const Page& page) {
    constexpr NodeId reach = 200;
    const HtmlTree& tree = page.tree;
    const NodeId from = end_of_headline(page);
    for (NodeId at = from + 1; at < std::min(tree.size(), from + reach); ++at) {
        if (tree[at].tag != Tag::a || page.segments.hidden[at]) continue;
        const std::string_view target = tree.attribute(at, "href");
        if (std::ranges::none_of(author_folders,
                                 [&](auto each) { return target.find(each) != target.npos; }))
            continue;
        std::string text = text_of_label(page, at);
        if (words_in(text) >= 2 && words_in(text) <= 4 && persons(text, page).size() == 1)
            return text;
    }
    return {};
}

// "By Jane Doe", or "3 May 2019 by Jane Doe".
bool reads_as_byline(const std::string& line, const Page& page) {
    if (!usable(line)) return false;
    if (is_byline(line)) return true;
    const std::string low = text::lower(line);
    if (std::ranges::any_of(lead_words, [&](auto each) {
            return each.find(' ') != each.npos && low.starts_with(each);
        }))
        return !persons(line, page).empty();
    const std::string_view rest = after_date(line, low);
    return rest.size() < line.size() && line.size() < 90 && is_byline("By " + std::string(rest)) &&
           !persons(line, page).empty();
}

std::string byline_among(const Page& page, std::size_t from, std::size_t to) {
    const auto& segments = page.segments.segments;
    for (std::size_t at = from; at < std::min(to, segments.size()); ++at) {
        if (segments[at].letters > longest_byline) continue;
        std::string text = segment_text(page.tree, segments[at]);
        if (reads_as_byline(text, page)) return text;
    }
    return {};
}

// A line near the headline that reads like one.
std::string shown_byline(const Page& page) {
    constexpr std::size_t reach = 12;
    const std::size_t from = after_headline(page);
    return byline_among(page, from, from + reach);
}

// Among the last lines of the text, where it has its "By": "Von Max Muster".
std::string closing_byline(const Page& page) {
    constexpr std::size_t reach = 3;
    const auto& segments = page.segments.segments;
    const NodeId end = page.tree[page.container].end;
    const auto after =
        std::ranges::find_if(segments, [&](const Segment& each) { return each.first >= end; });
    const auto to = std::size_t(after - segments.begin());
    return page.container == 0 ? "" : byline_among(page, to > reach ? to - reach : 0, to);
}

std::vector<std::string> usable_names(const std::vector<std::string>& names) {
    std::vector<std::string> found;
    for (const std::string& name : names)
        if (usable(name) && std::ranges::find(found, name) == found.end()) found.push_back(name);
    return found;
}

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) (out += out.empty() ? "" : ", ") += name;
    return out;
}

using Names = std::optional<Found<std::vector<std::string>>>;

Names named(std::vector<std::string> names) {
    if (names.empty()) return std::nullopt;
    std::string text = joined(names);
    return Found<std::vector<std::string>>{std::move(names), std::move(text)};
}

// As stated for machines.
std::vector<std::string> stated_authors(const Page& page, Origins* origins) {
    Ladder<std::vector<std::string>> ladder("stated authors", origins);
    ladder.rung("JSON-LD author",
                [&] { return named(usable_names(page.metadata.linked_data().authors)); });
    for (std::string_view key : author_metas)
        ladder.rung(key, [&] { return named(usable_names(page.metadata.all_meta(key))); });
    return ladder.take().value_or(std::vector<std::string>());
}

std::vector<std::string> persons_among(const std::vector<std::string>& stated, const Page& page) {
    std::vector<std::string> found;
    for (const std::string& each : stated)
        for (std::string& name : persons(each, page))
            if (std::ranges::find(found, name) == found.end()) found.push_back(std::move(name));
    return found;
}

bool are_people(const std::vector<std::string>& names) {
    return std::ranges::none_of(
        names, [](const std::string& each) { return is_account(each) || is_organisation(each); });
}

}  // namespace

PageByline page_byline(const Page& page) {
    const std::vector<std::string> stated = stated_authors(page, page.origins);
    TextLadder line("byline", page.origins);
    line.rung("element marked as byline", [&] { return marked_byline(page); });
    line.rung("line that reads as byline", [&] { return shown_byline(page); });
    line.rung("last line that reads as byline", [&] { return closing_byline(page); });
    if (stated.empty()) {
        line.rung("link to an author", [&] { return linked_author(page); });
        line.rung("element marked as author", [&] { return marked_signature(page); });
    }
    line.rung("stated authors", [&] { return joined(stated); });
    PageByline found{line.take(), {}};

    const std::vector<std::string> names = persons_among(stated, page);
    const std::vector<std::string> shown = persons(found.byline, page);
    Ladder<std::vector<std::string>> authors("authors", page.origins);
    if (are_people(names)) authors.rung("stated authors", [&] { return named(names); });
    if (are_people(shown)) authors.rung("byline", [&] { return named(shown); });
    authors.rung("stated authors", [&] { return named(names); });
    authors.rung("byline", [&] { return named(shown); });
    found.authors = authors.take().value_or(std::vector<std::string>());
    return found;
}

}  // namespace morgue::extract
