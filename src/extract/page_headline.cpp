#include <algorithm>

#include "extract/html_text.hpp"
#include "extract/page.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

constexpr std::string_view separators[] = {" | ", " - ", " – ", " — ", " :: ", " « ",
                                           " » ", " · ", " • ", " / ", " : "};

std::size_t words_in(std::string_view text) {
    return text.empty() ? 0 : std::size_t(std::ranges::count(text, ' ')) + 1;
}

// Letters and digits only, folded.
std::string bare(std::string_view text) {
    std::string out;
    for (char c : text::fold(text))
        if (c != ' ' && c != '.' && c != '-' && c != '\'' && c != ',') out += c;
    return out;
}

struct Cut {
    std::size_t at = std::string::npos, length = 0;
};

Cut last_separator(std::string_view title) {
    Cut last;
    for (std::string_view each : separators) {
        const std::size_t at = title.rfind(each);
        if (at != title.npos && (last.at == std::string::npos || at > last.at))
            last = {at, each.size()};
    }
    return last;
}

Cut first_separator(std::string_view title) {
    Cut first;
    for (std::string_view each : separators)
        if (const std::size_t at = title.find(each); at < first.at) first = {at, each.size()};
    return first;
}

bool names_site(std::string_view part, std::string_view site) {
    const std::string a = bare(part), b = bare(site);
    if (a.empty() || b.empty()) return false;
    return a == b || (b.size() > 3 && a.find(b) != a.npos && a.size() < 2 * b.size()) ||
           (a.size() > 3 && b.find(a) != b.npos);
}

struct Heading {
    std::string text, bare;
    Tag tag;
};

// Without a kicker, date or buttons that stand inside it.
std::string heading_text(const Page& page, NodeId heading) {
    const auto& parts = page.segments.part;
    const auto apart = [&](NodeId at) {
        return parts[at] == PagePart::kicker || parts[at] == PagePart::date ||
               parts[at] == PagePart::clutter || page.segments.hidden[at];
    };
    std::string text = text::one_line(paragraphs_text(page.tree, heading, apart));
    return text.empty() ? line_text(page.tree, heading) : text;
}

std::vector<Heading> shown_headings(const Page& page) {
    constexpr std::size_t most = 40, longest = 300;
    std::vector<Heading> found;
    for (NodeId at : page.metadata.headings()) {
        if (found.size() == most) break;
        std::string text = heading_text(page, at);
        if (text.empty() || text.size() > longest || page.segments.hidden[at]) continue;
        if (names_site(text, page.source) || names_site(text, page.host)) continue;
        std::string key = bare(text);
        found.push_back({std::move(text), std::move(key), page.tree[at].tag});
    }
    std::ranges::stable_sort(found, {}, &Heading::tag);
    return found;
}

// What the page calls itself, best first.
std::vector<std::string> stated_titles(const PageMetadata& metadata) {
    std::vector<std::string> titles;
    const LinkedData& data = metadata.linked_data();
    // Some put the headline into "name" and a description into "headline".
    const bool swapped = !data.name.empty() && metadata.title().starts_with(data.name) &&
                         metadata.title().find(data.headline) == std::string::npos;
    for (const std::string& each :
         {swapped ? data.name : data.headline,
          metadata.meta({"dc:title", "dc.title", "dcterm:title", "dcterms.title", "og:title",
                         "twitter:title", "parsely-title", "sailthru.title", "title"}),
          metadata.title()})
        if (!each.empty()) titles.push_back(each);
    return titles;
}

// Of the words of `text`, the share that `other` has too.
double shared_words(std::string_view text, std::string_view other) {
    const std::string in = ' ' + text::fold(other) + ' ';
    std::size_t words = 0, shared = 0;
    const std::string folded = text::fold(text);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end - at > 3) {
            ++words;
            shared += in.find(folded.substr(at, end - at)) != in.npos;
        }
        at = end + 1;
    }
    return words ? double(shared) / double(words) : 0;
}

// The heading that is the title, or the part of it that is left without kicker and site name;
// else a lone <h1> that says much the same.
std::string shown_headline(const Page& page, const std::vector<std::string>& titles) {
    constexpr double much = 0.5;
    const std::vector<Heading> headings = shown_headings(page);
    const auto find = [&](auto&& fits) -> std::string {
        for (const std::string& title : titles)
            for (const Heading& each : headings)
                if (fits(each, title)) return each.text;
        return {};
    };
    if (std::string found = find([](const Heading& heading, const std::string& title) {
            return heading.bare == bare(title);
        });
        !found.empty())
        return found;
    if (std::string found = find([](const Heading& heading, const std::string& title) {
            return words_in(heading.text) > 1 && heading.text.size() * 3 > title.size() &&
                   bare(title).find(heading.bare) != std::string::npos;
        });
        !found.empty())
        return found;
    const auto is_first = [](const Heading& each) { return each.tag == Tag::h1; };
    if (std::ranges::count_if(headings, is_first) != 1 || titles.empty()) return {};
    const std::string& lone = headings.front().text;
    const bool alike = std::ranges::any_of(
        titles, [&](const std::string& title) { return shared_words(lone, title) >= much; });
    return alike && words_in(lone) > 2 ? lone : "";
}

}  // namespace

std::string without_site_name(const std::string& title, const Page& page) {
    const auto is_site = [&](std::string_view part) {
        return names_site(part, page.source) || names_site(part, page.host);
    };
    const Cut last = last_separator(title), first = first_separator(title);
    if (last.at == std::string::npos) return title;
    const std::string head = title.substr(0, last.at), tail = title.substr(last.at + last.length);
    if (is_site(tail)) return without_site_name(head, page);
    const std::string front = title.substr(0, first.at),
                      rest = title.substr(first.at + first.length);
    if (is_site(front) && words_in(rest) > 1) return rest;
    return title;
}

std::string page_headline(const Page& page) {
    const std::vector<std::string> titles = stated_titles(page.metadata);
    if (std::string shown = shown_headline(page, titles); !shown.empty()) return shown;
    const std::string& title = page.metadata.title();
    for (const std::string& each : titles)
        if (each != title && !names_site(each, page.source)) return without_site_name(each, page);
    if (std::string cut = without_site_name(title, page); cut != title) return cut;
    const Cut last = last_separator(title);
    if (last.at == std::string::npos) return title;
    // An unknown name of few words at the end.
    const std::string head = title.substr(0, last.at);
    const std::string tail = title.substr(last.at + last.length);
    const bool bar = title.compare(last.at, 3, " | ") == 0;  // hardly ever part of a headline
    return words_in(head) > (bar ? 1 : 3) && words_in(tail) < 5 ? head : title;
}

}  // namespace morgue::extract
