// Articles as an Atom feed (RFC 4287).
#include "render/atom_parts.hpp"
#include "render/clean.hpp"
#include "render/output.hpp"
#include "render/xml.hpp"

namespace morgue::render {

namespace {

// Atom wants a date; what has none is as old as can be.
std::string moment(const std::optional<Date>& date, const std::optional<Date>& otherwise = {}) {
    const auto& known = date ? date : otherwise;
    return known ? atom_time(*known) : "1970-01-01T00:00:00Z";
}

void add_authors(std::string& to, const Article& article) {
    const auto add = [&](const std::string& name) {
        to += "<author><name>" + escaped(clean_line(name)) + "</name></author>\n";
    };
    for (const std::string& author : article.authors) add(author);
    if (article.authors.empty() && !article.source.empty()) add(article.source);
}

void add_categories(std::string& to, const Article& article) {
    const auto add = [&](const std::string& term) {
        to += "<category term=\"" + escaped(clean_line(term)) + "\"/>\n";
    };
    if (!article.section.empty()) add(article.section);
    for (const std::string& keyword : article.keywords) add(keyword);
    for (const std::string& tag : article.tags) add(tag);
}

}  // namespace

void atom_begin(std::string& to, const Document& document) {
    to += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    to += "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
    add_element(to, "id", "urn:uuid:" + document.uuid);
    add_element(to, "title",
                document.title.empty() ? std::string("All articles") : clean_line(document.title));
    add_element(to, "updated", moment(document.updated));
    to += "<author><name>morgue</name></author>\n";
}

void atom_article(std::string& to, const Article& article, const Document& document, std::size_t) {
    to += "<entry>\n";
    add_element(to, "id", atom_id(article.guid, document.uuid, article.id));
    add_element(
        to, "title",
        article.headline.empty() ? std::string("(no headline)") : clean_line(article.headline));
    add_element(to, "updated", moment(article.updated, article.published));
    if (article.published) add_element(to, "published", atom_time(*article.published));
    add_authors(to, article);
    if (const std::string url = link_to(article.url); !url.empty())
        to += "<link href=\"" + escaped(url) + "\"/>\n";
    add_categories(to, article);
    add_element(to, "rights", clean_line(article.copyright));
    add_element(to, "summary", clean(article.summary));
    to += "<content type=\"text\">" + escaped(clean(article.body)) + "</content>\n";
    to += "</entry>\n";
}

void atom_end(std::string& to, const Document&) {
    to += "</feed>\n";
}

}  // namespace morgue::render
