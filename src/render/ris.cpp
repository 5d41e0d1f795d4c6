// RIS, which Zotero, EndNote and Mendeley read: a reference of type NEWS for each article.
#include <cstdio>

#include "render/citation.hpp"
#include "render/clean.hpp"
#include "render/output.hpp"

namespace morgue::render {

namespace {

void add(std::string& to, std::string_view tag, std::string_view value) {
    const std::string line = clean_line(value);
    if (!line.empty()) to.append(tag).append("  - ").append(line).append("\r\n");
}

// "2025/09/28/": parts that are not known are left empty.
std::string date(const Date& date) {
    char text[16];
    const bool month = date.precision >= Date::Precision::month;
    const bool day = date.precision >= Date::Precision::day;
    std::string out = (std::snprintf(text, sizeof text, "%04d/", date.year), text);
    if (month) out += (std::snprintf(text, sizeof text, "%02u", date.month), text);
    out += '/';
    if (day) out += (std::snprintf(text, sizeof text, "%02u", date.day), text);
    return out + '/';
}

}  // namespace

void ris_article(std::string& to, const Article& article, const Document&, std::size_t) {
    to += "TY  - NEWS\r\n";
    add(to, "ID", citation_key(article));
    for (const std::string& author : article.authors) add(to, "AU", inverted(split_name(author)));
    add(to, "TI", article.headline);
    add(to, "T2", article.source);
    if (article.published) {
        add(to, "PY", date(*article.published).substr(0, 4));
        add(to, "DA", date(*article.published));
    }
    add(to, "SE", article.section);
    add(to, "AB", article.summary);
    for (const std::string& keyword : article.keywords) add(to, "KW", keyword);
    for (const std::string& tag : article.tags) add(to, "KW", tag);
    add(to, "LA", article.language);
    add(to, "AN", article.guid);
    add(to, "UR", link_to(article.url));
    add(to, "N1", article.note);
    to += "ER  - \r\n\r\n";
}

}  // namespace morgue::render
