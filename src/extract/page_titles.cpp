#include "extract/page_titles.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace morgue::extract {

namespace {

constexpr std::string_view separators[] = {" | ", " - ", " – ", " — ", " :: ", " « ", " » ",
                                           " · ", " • ", " / ", " : ", " │ ",  " ~ ", " @ "};

struct Cut {
    std::size_t at = std::string_view::npos, length = 0;
};

Cut last_separator(std::string_view title) {
    Cut last;
    for (std::string_view each : separators) {
        const std::size_t at = title.rfind(each);
        if (at != title.npos && (last.at == title.npos || at > last.at)) last = {at, each.size()};
    }
    return last;
}

Cut first_separator(std::string_view title) {
    Cut first;
    for (std::string_view each : separators)
        if (const std::size_t at = title.find(each); at < first.at) first = {at, each.size()};
    return first;
}

bool same_name(std::string_view part, std::string_view site) {
    const std::string a = bare(part), b = bare(site);
    if (a.empty() || b.empty()) return false;
    return a == b || (b.size() > 3 && a.find(b) != a.npos && a.size() < 2 * b.size()) ||
           (a.size() > 3 && b.find(a) != b.npos);
}

}  // namespace

std::size_t words_in(std::string_view text) {
    return text.empty() ? 0 : std::size_t(std::ranges::count(text, ' ')) + 1;
}

std::string bare(std::string_view text) {
    std::string out;
    const std::string folded = text::fold(text);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t from = at;
        const char32_t c = text::decode(folded, at);
        const bool digit = c >= '0' && c <= '9';
        const bool beyond = c >= 0x370 && (c < 0x2000 || c > 0x206F) && (c < 0x3000 || c > 0x303F);
        if (digit || text::is_letter(c) || beyond) out.append(folded, from, at - from);
    }
    return out;
}

bool names_site(std::string_view part, const Page& page) {
    return same_name(part, page.source) || same_name(part, page.host);
}

std::vector<std::string_view> title_parts(std::string_view title) {
    std::vector<std::string_view> parts;
    for (Cut cut; (cut = first_separator(title)).at != title.npos;) {
        parts.push_back(title.substr(0, cut.at));
        title.remove_prefix(cut.at + cut.length);
    }
    parts.push_back(title);
    return parts;
}

std::string without_site_name(const std::string& title, const Page& page) {
    // "Oil falls [paper.example]"
    if (title.ends_with(']')) {
        const std::size_t open = title.rfind(" [");
        if (open != title.npos && open > 0) {
            const std::string inner = title.substr(open + 2, title.size() - open - 3);
            if (names_site(inner, page) || inner.find('.') < inner.size() - 1)
                return title.substr(0, open);
        }
    }
    const Cut last = last_separator(title), first = first_separator(title);
    if (last.at == std::string::npos) return title;
    const std::string head = title.substr(0, last.at), tail = title.substr(last.at + last.length);
    const bool address =
        tail.find(' ') == tail.npos && (tail.find("://") != tail.npos || tail.starts_with("www."));
    if (address || names_site(tail, page)) return without_site_name(head, page);
    const std::string front = title.substr(0, first.at),
                      rest = title.substr(first.at + first.length);
    if (names_site(front, page) && words_in(rest) > 1) return rest;
    return title;
}

std::vector<Title> stated_titles(const Page& page) {
    const PageMetadata& metadata = page.metadata;
    const LinkedData& data = metadata.linked_data();
    std::vector<Title> titles;
    const auto add = [&](std::string_view rule, const std::string& stated) {
        if (stated.empty() || names_site(stated, page)) return;
        std::string text = without_site_name(stated, page);
        std::string key = bare(text);
        if (!key.empty()) titles.push_back({rule, std::move(text), stated, std::move(key)});
    };
    // Some put the headline into "name" and a description into "headline".
    const bool swapped = !data.name.empty() && metadata.title().starts_with(data.name) &&
                         metadata.title().find(data.headline) == std::string::npos;
    if (swapped)
        add("JSON-LD name", data.name);
    else
        add("JSON-LD headline", data.headline);
    for (std::string_view name :
         {"dc:title", "dc.title", "dcterm:title", "dcterms.title", "og:title", "twitter:title",
          "parsely-title", "sailthru.title", "title"})
        if (const std::string stated = metadata.meta({name}); !stated.empty()) {
            add(name, stated);
            break;
        }
    add("<title>", metadata.title());
    return titles;
}

}  // namespace morgue::extract
