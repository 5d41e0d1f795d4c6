// The headline of a page: what a reader sees above the text, found with the help of the titles
// that the page states for machines.
#include <algorithm>

#include "extract/html_text.hpp"
#include "extract/ladder.hpp"
#include "extract/page.hpp"
#include "extract/page_titles.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

struct Heading {
    NodeId at;
    std::string text, bare;
    Tag tag;
};

using Headings = std::vector<Heading>;

// Without a kicker, date or buttons that stand inside it.
std::string heading_text(const Page& page, NodeId heading) {
    const auto& parts = page.segments.part;
    const auto apart = [&](NodeId at) {
        return parts[at] == PagePart::kicker || parts[at] == PagePart::date ||
               parts[at] == PagePart::clutter || page.segments.hidden[at];
    };
    std::string text = text::one_line(paragraphs_text(page.tree, heading, apart));
    if (text.empty()) text = line_text(page.tree, heading);
    for (const std::string_view mark : {"\u00B6", " #"})  // of a link to the heading itself
        if (text.ends_with(mark)) text.resize(text.size() - mark.size());
    while (text.starts_with(": ") || text.starts_with("| ")) text.erase(0, 2);
    return text;
}

// Of "Oil falls | The Paper", "The Paper", where a title says so and nothing else is known.
std::string site_in_titles(const std::vector<Title>& titles, const Headings& headings) {
    if (titles.empty()) return {};
    const std::string& title = titles.back().text;
    const auto parts = title_parts(title);
    if (parts.size() < 2) return {};
    const std::string front = bare(parts.front());
    const bool headed =
        std::ranges::any_of(headings, [&](const Heading& each) { return each.bare == front; });
    return headed ? bare(title.substr(std::size_t(parts[1].data() - title.data()))) : "";
}

// "/", "https://paper.example/", "./index.html"
bool leads_home(std::string_view address) {
    if (const std::size_t scheme = address.rfind("://"); scheme != address.npos) {
        address.remove_prefix(scheme + 3);
        if (address.find('/') == address.npos) return true;
        address.remove_prefix(address.find('/'));
    }
    return address == "/" || address == "./" || address == "../" ||
           address.starts_with("/index.") || address.starts_with("index.");
}

// The banner of a page is a link to its site.
bool is_banner(const Page& page, NodeId heading) {
    NodeId link = page.tree[heading].parent;  // around it or within
    for (NodeId at = heading + 1; at < page.tree[heading].end && page.tree[link].tag != Tag::a;
         ++at)
        if (page.tree[at].tag == Tag::a) link = at;
    return page.tree[link].tag == Tag::a && leads_home(page.tree.attribute(link, "href"));
}

Headings shown_headings(const Page& page, const std::vector<Title>& titles) {
    constexpr std::size_t most = 40, longest = 300;
    Headings found;
    for (NodeId at : page.metadata.headings()) {
        if (found.size() == most) break;
        std::string text = heading_text(page, at);
        if (text.empty() || text.size() > longest || page.segments.hidden[at]) continue;
        std::string key = bare(text);
        if (key.empty() || names_site(text, page) || is_banner(page, at)) continue;
        found.push_back({at, std::move(text), std::move(key), page.tree[at].tag});
    }
    if (const std::string site = site_in_titles(titles, found); !site.empty())
        std::erase_if(found, [&](const Heading& each) { return each.bare == site; });
    std::ranges::stable_sort(found, {}, &Heading::tag);
    return found;
}

// Of the words of `text`, the share that `other` has too.
double shared_words(std::string_view text, std::string_view other) {
    const std::string in = bare(other);
    std::size_t words = 0, shared = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = bare(text.substr(at, end - at));
        if (word.size() > 3) {
            ++words;
            shared += in.find(word) != in.npos;
        }
        at = end + 1;
    }
    return words ? double(shared) / double(words) : 0;
}

// The heading that best fits one of the titles; empty if none does.
template <class Fits>
std::string fitting(const Headings& headings, const std::vector<Title>& titles, Fits&& fits) {
    for (const Title& title : titles)
        for (const Heading& each : headings)
            if (fits(each, title)) return each.text;
    return {};
}

bool is_whole(const Heading& heading, const Title& title) {
    return heading.bare == title.bare;
}

// "Oil falls" of "Oil falls - Business - The Paper".
bool is_front(const Heading& heading, const Title& title) {
    if (heading.tag != Tag::h1 && words_in(heading.text) < 2) return false;
    const auto parts = title_parts(title.stated);
    std::string front;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        front += bare(parts[i]);
        if (front.size() >= heading.bare.size()) break;
    }
    return front == heading.bare;
}

// "Oil falls" of "Markets: Oil falls".
bool is_much(const Heading& heading, const Title& title) {
    if (words_in(heading.text) < 2 || heading.text.size() * 3 <= title.text.size()) return false;
    const std::size_t at = title.bare.find(heading.bare);
    if (at != title.bare.npos && heading.bare.size() * 5 > title.bare.size() * 3) return true;
    return at == 0 || (at != title.bare.npos && at + heading.bare.size() == title.bare.size());
}

// The title where the heading has more: a kicker before it, the site's name behind it.
std::string within_heading(const Headings& headings, const std::vector<Title>& titles) {
    for (const Title& title : titles) {
        if (words_in(title.text) < 3) continue;
        for (const Heading& each : headings)
            if (each.bare.size() > title.bare.size() &&
                (each.bare.ends_with(title.bare) ||
                 (each.bare.starts_with(title.bare) && title_parts(each.text).size() > 1)))
                return title.text;
    }
    return {};
}

// The one <h1>, where it says much the same as a title or stands right over the text.
std::string lone_h1(const Page& page, const Headings& headings, const std::vector<Title>& titles) {
    constexpr double much = 0.5;
    const auto is_h1 = [](const Heading& each) { return each.tag == Tag::h1; };
    if (std::ranges::count_if(headings, is_h1) != 1) return {};
    const Heading& lone = headings.front();
    if (words_in(lone.text) < 3) return {};
    const bool stated =
        std::ranges::any_of(titles, [](const Title& title) { return title.rule != "<title>"; });
    const bool alike = std::ranges::any_of(
        titles, [&](const Title& title) { return shared_words(lone.text, title.text) >= much; });
    const bool inside = !stated && page.container != 0 && lone.at > page.container &&
                        lone.at < page.tree[page.container].end;
    return alike || inside ? lone.text : "";
}

// Only where no title tells of more than the site: the first heading of the text.
std::string first_h1(const Headings& headings) {
    return headings.empty() || headings.front().tag != Tag::h1 ? "" : headings.front().text;
}

// A title without the unknown name of few words at its end.
std::string without_tail(const std::string& title) {
    const auto parts = title_parts(title);
    if (parts.size() < 2) return title;
    const std::string_view tail = parts.back();
    const std::size_t head_end =
        std::size_t(parts[parts.size() - 2].data() + parts[parts.size() - 2].size() - title.data());
    const std::string head = title.substr(0, head_end);
    const bool bar = title.compare(head_end, 3, " | ") == 0;  // hardly ever part of a headline
    return words_in(head) > (bar ? 1 : 3) && words_in(tail) < 5 ? head : title;
}

}  // namespace

std::string page_headline(const Page& page) {
    const std::vector<Title> titles = stated_titles(page);
    const Headings headings = shown_headings(page, titles);
    TextLadder ladder("headline", page.origins);
    ladder.rung("heading that is the title", [&] { return fitting(headings, titles, is_whole); });
    ladder.rung("heading that begins the title",
                [&] { return fitting(headings, titles, is_front); });
    ladder.rung("heading within the title", [&] { return fitting(headings, titles, is_much); });
    ladder.rung("title within a heading", [&] { return within_heading(headings, titles); });
    ladder.rung("only <h1>", [&] { return lone_h1(page, headings, titles); });
    for (const Title& title : titles)
        if (title.rule != "<title>") ladder.rung(title.rule, [&] { return title.text; });
    if (titles.empty()) ladder.rung("first <h1>", [&] { return first_h1(headings); });
    for (const Title& title : titles)
        if (title.rule == "<title>")
            ladder.rung(title.rule, [&] {
                return title.text == title.stated ? without_tail(title.text) : title.text;
            });
    ladder.rung("<title>", [&] { return page.metadata.title(); });
    return ladder.take();
}

}  // namespace morgue::extract
