#include "formats/feed_item.hpp"

#include <algorithm>

#include "formats/feed_text.hpp"
#include "text/utf8.hpp"

namespace morgue::formats {

namespace {

struct Meaning {
    Vocabulary vocabulary;
    std::string_view name;
    Part part;
};
// Where several elements say the same, those that stand first are preferred.
// clang-format off
constexpr Meaning meanings[] = {
    {Vocabulary::rss,     "title",       Part::title},
    {Vocabulary::atom,    "title",       Part::title},
    {Vocabulary::dc,      "title",       Part::title},
    {Vocabulary::rss,     "link",        Part::link},
    {Vocabulary::atom,    "link",        Part::link},
    {Vocabulary::rss,     "guid",        Part::guid},
    {Vocabulary::atom,    "id",          Part::guid},
    {Vocabulary::dc,      "identifier",  Part::guid},
    {Vocabulary::rss,     "pubDate",     Part::published},
    {Vocabulary::atom,    "published",   Part::published},
    {Vocabulary::atom,    "issued",      Part::published},
    {Vocabulary::dc,      "date",        Part::published},
    {Vocabulary::dcterms, "issued",      Part::published},
    {Vocabulary::atom,    "created",     Part::published},
    {Vocabulary::dcterms, "created",     Part::published},
    {Vocabulary::atom,    "updated",     Part::updated},
    {Vocabulary::atom,    "modified",    Part::updated},
    {Vocabulary::dcterms, "modified",    Part::updated},
    {Vocabulary::dc,      "creator",     Part::author},
    {Vocabulary::rss,     "author",      Part::author},
    {Vocabulary::atom,    "author",      Part::author},
    {Vocabulary::excerpt, "encoded",     Part::summary},
    {Vocabulary::rss,     "summary",     Part::summary},
    {Vocabulary::rss,     "description", Part::summary},
    {Vocabulary::rss,     "abstract",    Part::summary},
    {Vocabulary::atom,    "summary",     Part::summary},
    {Vocabulary::dc,      "description", Part::summary},
    {Vocabulary::dcterms, "abstract",    Part::summary},
    {Vocabulary::media,   "description", Part::summary},
    {Vocabulary::content, "encoded",     Part::body},
    {Vocabulary::atom,    "content",     Part::body},
    {Vocabulary::rss,     "content",     Part::body},
    {Vocabulary::rss,     "fullitem",    Part::body},
    {Vocabulary::xhtml,   "body",        Part::body},
    {Vocabulary::xhtml,   "div",         Part::body},
    {Vocabulary::rss,     "category",    Part::keyword},
    {Vocabulary::atom,    "category",    Part::keyword},
    {Vocabulary::dc,      "subject",     Part::keyword},
    {Vocabulary::media,   "category",    Part::keyword},
    {Vocabulary::rss,     "source",      Part::source},
    {Vocabulary::rss,     "copyright",   Part::rights},
    {Vocabulary::atom,    "rights",      Part::rights},
    {Vocabulary::atom,    "copyright",   Part::rights},
    {Vocabulary::dc,      "rights",      Part::rights},
    {Vocabulary::rss,     "language",    Part::language},
    {Vocabulary::dc,      "language",    Part::language},
    {Vocabulary::wordpress, "post_type", Part::kind},
};
// clang-format on

std::size_t find_meaning(const FeedElement& element) {
    const auto found =
        std::find_if(std::begin(meanings), std::end(meanings), [&](const Meaning& meaning) {
            return meaning.vocabulary == element.vocabulary && is_name(element.name, meaning.name);
        });
    return std::size_t(found - std::begin(meanings));
}

bool is_empty(const FeedElement& element) {
    return !element.marked && element.attributes.empty() && is_blank(element.text);
}

bool is_web_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

// Atom's first, RSS's last link, as feed readers have it.
std::string find_link(const FeedParts& parts, const std::string& channel_link) {
    std::string url;
    const FeedElement* from = nullptr;
    for (const FeedElement* link : parts.all(Part::link)) {
        const std::string_view relation = link->attribute("rel");
        if (!relation.empty() && relation != "alternate") continue;
        if (from != nullptr && link->vocabulary == Vocabulary::atom) break;
        std::string target = text::one_line(link->text);
        if (target.empty()) target = text::one_line(link->attribute("href"));
        if (target.empty()) continue;
        url = resolve_url(target, link->base.empty() ? channel_link : link->base);
        from = link;
    }
    return url;
}

void put_address(const FeedItem& item, const FeedChannel& channel, Article& article) {
    article.url = find_link(item.parts, channel.link);
    if (article.url.empty() && !item.address.empty())
        article.url = resolve_url(item.address, channel.link);
    article.guid = text::one_line(item.about);
    const FeedElement* guid = item.parts.first(Part::guid);
    if (guid == nullptr) return;
    article.guid = text::one_line(guid->marked ? guid->markup : guid->text);
    if (guid->vocabulary == Vocabulary::atom && !guid->base.empty())
        article.guid = resolve_url(article.guid, guid->base);
    if (article.url.empty() && guid->vocabulary == Vocabulary::rss &&
        guid->attribute("isPermaLink") != "false" && is_web_address(article.guid))
        article.url = article.guid;
}

// A description beside what is called a summary is the text itself.
const FeedElement* second_summary(const FeedParts& parts, const FeedElement& summary) {
    if (summary.name != "summary" || summary.vocabulary != Vocabulary::rss) return nullptr;
    for (const FeedElement* each : parts.all(Part::summary))
        if (is_name(each->name, "description") && each->vocabulary == Vocabulary::rss &&
            !is_empty(*each))
            return each;
    return nullptr;
}

void put_texts(const FeedParts& parts, core::Draft& draft) {
    if (const FeedElement* title = parts.first(Part::title))
        put_text(*title, draft.article.headline, draft.headline_html);
    const FeedElement* summary = parts.first(Part::summary);
    const FeedElement* body = parts.first(Part::body);
    if (body == nullptr && summary != nullptr) body = second_summary(parts, *summary);
    if (summary != nullptr) put_text(*summary, draft.article.summary, draft.summary_html);
    if (body != nullptr) put_text(*body, draft.article.body, draft.body_html);
}

// What holds for the text itself comes before what holds around it.
std::string find_language(const FeedItem& item, const FeedChannel& channel) {
    if (const FeedElement* stated = item.parts.first(Part::language))
        return language_tag(stated->text);
    for (const Part part : {Part::body, Part::summary, Part::title}) {
        const FeedElement* element = item.parts.first(part);
        if (element != nullptr && !element->language.empty())
            return language_tag(element->language);
    }
    return item.language.empty() ? channel.language : language_tag(item.language);
}

// Of several of one name the last holds, as feed readers have it.
std::vector<std::string> find_dates(const FeedParts& parts, Part part) {
    const std::vector<const FeedElement*> all = parts.all(part);
    std::vector<std::string> dates;
    const auto is_same = [](const FeedElement* a, const FeedElement* b) {
        return a->vocabulary == b->vocabulary && a->name == b->name;
    };
    for (auto begin = all.begin(); begin != all.end();) {
        const auto end = std::find_if_not(
            begin, all.end(), [&](const FeedElement* each) { return is_same(each, *begin); });
        for (auto date = end; date != begin;) dates.push_back((*--date)->text);
        begin = end;
    }
    return dates;
}

std::string find_source(const FeedItem& item, const FeedChannel& channel) {
    if (!item.source.empty()) return item.source;
    const FeedElement* source = item.parts.first(Part::source);
    return source == nullptr ? channel.title : plain_line(*source);
}

// Atom's terms may be addresses or numbers, with a label for people.
std::string keyword(const FeedElement& element) {
    if (element.vocabulary != Vocabulary::atom) return text::one_line(element.text);
    const std::string_view term = element.attribute("term"), label = element.attribute("label");
    const bool opaque = is_web_address(term) || term.starts_with("tag:") ||
                        term.find_first_not_of("0123456789") == term.npos;
    return text::one_line(opaque && !label.empty() ? label : term.empty() ? element.text : term);
}

void put_names(const FeedParts& parts, const FeedChannel& channel, Article& article) {
    std::vector<std::string> names;
    for (const FeedElement* author : parts.preferred(Part::author))
        names.push_back(person_name(*author));
    put_authors(names.empty() ? channel.authors : std::move(names), article);
    for (const FeedElement* each : parts.preferred(Part::keyword)) {
        std::string word = keyword(*each);
        if (!word.empty()) article.keywords.push_back(std::move(word));
    }
}

}  // namespace

void FeedParts::add(FeedElement element) {
    const std::size_t row = find_meaning(element);
    if (row == std::size(meanings)) return;
    bytes_ += element.bytes();
    elements_.emplace_back(row, std::move(element));
}

std::vector<const FeedElement*> FeedParts::all(Part part) const {
    std::vector<std::pair<std::size_t, const FeedElement*>> found;
    for (const auto& [row, element] : elements_)
        if (meanings[row].part == part) found.emplace_back(row, &element);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const FeedElement*> elements;
    for (const auto& [row, element] : found) elements.push_back(element);
    return elements;
}

std::vector<const FeedElement*> FeedParts::preferred(Part part) const {
    std::vector<const FeedElement*> found = all(part);
    std::erase_if(found, [](const FeedElement* each) { return is_empty(*each); });
    if (found.empty()) return found;
    const FeedElement* best = found.front();
    std::erase_if(found, [&](const FeedElement* each) {
        return each->vocabulary != best->vocabulary || each->name != best->name;
    });
    return found;
}

const FeedElement* FeedParts::first(Part part) const {
    for (const FeedElement* element : all(part))
        if (element->marked || !is_blank(element->text)) return element;
    return nullptr;
}

void take_channel(const FeedElement& element, FeedChannel& channel) {
    const std::size_t row = find_meaning(element);
    if (row == std::size(meanings)) return;
    const auto keep_first = [](std::string& field, std::string value) {
        if (field.empty()) field = std::move(value);
    };
    switch (meanings[row].part) {
        case Part::title:
            return keep_first(channel.title, plain_line(element));
        case Part::rights:
            return keep_first(channel.rights, plain_line(element));
        case Part::language:
            return keep_first(channel.language, language_tag(element.text));
        case Part::link: {
            const std::string_view href = element.attribute("href");
            const std::string target = text::one_line(href.empty() ? element.text : href);
            if (is_web_address(target)) keep_first(channel.link, target);
            return;
        }
        case Part::author:
            // A channel's dc:creator is who made the feed.
            if (element.vocabulary == Vocabulary::atom)
                channel.authors.push_back(person_name(element));
            return;
        default:
            return;
    }
}

core::Draft draft(const FeedItem& item, const FeedChannel& channel) {
    core::Draft draft;
    put_texts(item.parts, draft);
    put_address(item, channel, draft.article);
    put_names(item.parts, channel, draft.article);
    draft.published = find_dates(item.parts, Part::published);
    draft.updated = find_dates(item.parts, Part::updated);
    if (!item.changed.empty()) draft.updated.push_back(item.changed);
    draft.article.source = find_source(item, channel);
    draft.article.language = find_language(item, channel);
    const FeedElement* rights = item.parts.first(Part::rights);
    draft.article.copyright = rights != nullptr ? plain_line(*rights) : channel.rights;
    return draft;
}

bool is_no_article(const FeedItem& item) {
    const FeedElement* kind = item.parts.first(Part::kind);
    if (kind == nullptr) return false;
    const std::string name = text::one_line(kind->text);
    return name == "attachment" || name == "nav_menu_item" || name == "revision" ||
           name.starts_with("wp_");
}

bool has_text(const core::Draft& draft) {
    const Article& article = draft.article;
    return !(is_blank(article.headline) && is_blank(article.summary) && is_blank(article.body) &&
             draft.headline_html.empty() && draft.summary_html.empty() && draft.body_html.empty());
}

}  // namespace morgue::formats
