// BibTeX and BibLaTeX: an entry for each article. Text is UTF-8; what TeX would read as a command
// is escaped, and braces always balance.
#include <array>

#include "render/citation.hpp"
#include "render/clean.hpp"
#include "render/output.hpp"

namespace morgue::render {

namespace {

std::string_view escape(char c) {
    switch (c) {
        case '\\':
            return "\\textbackslash{}";
        case '{':
            return "\\textbraceleft{}";
        case '}':
            return "\\textbraceright{}";
        case '~':
            return "\\textasciitilde{}";
        case '^':
            return "\\textasciicircum{}";
        case '&':
            return "\\&";
        case '%':
            return "\\%";
        case '$':
            return "\\$";
        case '#':
            return "\\#";
        case '_':
            return "\\_";
        default:
            return {};
    }
}

std::string tex(std::string_view text) {
    std::string out;
    for (const char c : clean_line(text)) {
        const std::string_view escaped = escape(c);
        if (escaped.empty())
            out += c;
        else
            out += escaped;
    }
    return out;
}

void add(std::string& to, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    to.append("  ").append(name).append(name.size() < 8 ? 8 - name.size() : 0, ' ');
    to.append(" = {").append(value).append("},\n");
}

// A comma or "and" of a name's own would part it.
std::string author(std::string_view name) {
    const std::string whole = clean_line(name);
    if (whole.find(',') != whole.npos || whole.find(" and ") != whole.npos)
        return '{' + tex(whole) + '}';
    const PersonName parts = split_name(whole);
    std::string out = tex(parts.family);
    if (!parts.suffix.empty()) out += ", " + tex(parts.suffix);
    if (!parts.given.empty()) out += ", " + tex(parts.given);
    return out;
}

std::string authors(const Article& article) {
    std::string out;
    for (const std::string& each : article.authors)
        out.append(out.empty() ? "" : " and ").append(author(each));
    return out;
}

std::string keywords(const Article& article) {
    std::string out;
    for (const auto* list : {&article.keywords, &article.tags})
        for (const std::string& each : *list) out.append(out.empty() ? "" : ", ").append(tex(each));
    return out;
}

void add_date(std::string& to, const Date& date) {
    constexpr std::array months{"jan", "feb", "mar", "apr", "may", "jun",
                                "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::string iso = date.iso();
    add(to, "date", iso.substr(0, iso.find('T')));
    add(to, "year", iso.substr(0, 4));
    if (date.precision >= Date::Precision::month)
        to.append("  month    = ").append(months[(date.month - 1) % 12]).append(",\n");
}

}  // namespace

void bibtex_article(std::string& to, const Article& article, const Document&, std::size_t nth) {
    if (nth > 0) to += '\n';
    to.append(article.source.empty() ? "@misc{" : "@article{").append(citation_key(article));
    to += ",\n";
    add(to, "author", authors(article));
    add(to, "title", tex(article.headline));
    add(to, "subtitle", tex(article.subheadline));
    add(to, "journal", tex(article.source));
    if (!article.source.empty()) add(to, "entrysubtype", "newspaper");
    if (article.published) add_date(to, *article.published);
    add(to, "url", link_to(article.url));
    add(to, "abstract", tex(article.summary));
    add(to, "keywords", keywords(article));
    add(to, "language", tex(article.language));
    add(to, "annote", tex(article.note));
    to += "}\n";
}

}  // namespace morgue::render
