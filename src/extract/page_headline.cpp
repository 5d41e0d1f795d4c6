#include <algorithm>

#include "extract/html_text.hpp"
#include "extract/page.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

constexpr std::string_view separators[] = {" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " • ", " / ", " : "};

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
        if (at != title.npos && (last.at == std::string::npos || at > last.at)) last = {at, each.size()};
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

std::vector<std::string> shown_headings(const Page& page) {
    std::vector<std::string> texts;
    for (NodeId at : page.metadata.headings())
        if (texts.size() < 10)
            if (std::string text = line_text(page.tree, at); !text.empty()) texts.push_back(text);
    return texts;
}

// The <h1> that the title of the window repeats, else the only one.
std::string shown_headline(const Page& page) {
    const std::vector<std::string> texts = shown_headings(page);
    const std::string title = bare(page.metadata.title());
    for (const std::string& text : texts)
        if (words_in(text) > 1 && title.find(bare(text)) != title.npos) return text;
    return texts.size() == 1 && !names_site(texts.front(), page.source) ? texts.front() : "";
}

}  // namespace

std::string without_site_name(const std::string& title, const std::string& site) {
    const Cut last = last_separator(title), first = first_separator(title);
    if (last.at == std::string::npos) return title;
    const std::string head = title.substr(0, last.at), tail = title.substr(last.at + last.length);
    if (names_site(tail, site)) return without_site_name(head, site);
    const std::string front = title.substr(0, first.at), rest = title.substr(first.at + first.length);
    if (names_site(front, site) && words_in(rest) > 1) return rest;
    return title;
}

std::string page_headline(const Page& page) {
    const PageMetadata& metadata = page.metadata;
    const std::string shown = shown_headline(page);
    const std::string stated[] = {
        metadata.linked_data().headline,
        metadata.meta({"og:title", "dc.title", "dcterms.title", "twitter:title", "parsely-title",
                       "sailthru.title"}),
    };
    for (const std::string& each : stated) {
        if (each.empty() || names_site(each, page.source)) continue;
        return without_site_name(each, page.source);
    }
    if (!shown.empty()) return shown;
    const std::string& title = metadata.title();
    if (const std::string cut = without_site_name(title, page.source); cut != title) return cut;
    const Cut last = last_separator(title);
    if (last.at == std::string::npos) return title;
    // An unknown name of few words at the end.
    const std::string head = title.substr(0, last.at), tail = title.substr(last.at + last.length);
    return words_in(head) > 3 && words_in(tail) < 5 ? head : title;
}

}  // namespace morgue::extract
