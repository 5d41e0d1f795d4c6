// HTML: one page that needs nothing else. All text is escaped, nothing runs and nothing is fetched.
#include "render/clean.hpp"
#include "render/dates.hpp"
#include "render/output.hpp"
#include "render/xml.hpp"

namespace morgue::render {

namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.5 Georgia, serif; }
article { border-top: 1px solid #bbb; padding: 1rem 0; overflow-wrap: break-word; }
h2 { line-height: 1.2; margin: .2rem 0; }
p { white-space: pre-line; }
.about, .place, footer { color: #555; font-size: .9rem; }
.summary { font-style: italic; }
.note { border-left: 3px solid #c90; padding-left: .8rem; }
</style>
)";

std::string safe(std::string_view text) {
    return escaped(clean(text));
}

void add(std::string& to, std::string_view element, std::string_view kind, std::string_view text) {
    if (text.empty()) return;
    to.append("<").append(element);
    if (!kind.empty()) to.append(" class=\"").append(kind).append("\"");
    to.append(" dir=\"auto\">").append(safe(text)).append("</").append(element).append(">\n");
}

void add_paragraphs(std::string& to, std::string_view kind, std::string_view text) {
    for (const std::string& paragraph : clean_paragraphs(text)) add(to, "p", kind, paragraph);
}

std::string about(const Article& article) {
    std::string out;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) out.append(out.empty() ? "" : " · ").append(part);
    };
    add(article.byline);
    add(article.source);
    add(article.section);
    if (article.published) add(readable(*article.published));
    return out;
}

std::string footer(const Article& article) {
    std::string out;
    for (const std::string& tag : article.tags)
        out.append(out.empty() ? "Tags: " : ", ").append(tag);
    if (!article.copyright.empty()) out.append(out.empty() ? "" : " · ").append(article.copyright);
    return out;
}

// Letters, digits and hyphens: what an attribute can hold, and a language code has.
bool is_language(std::string_view code) {
    return !code.empty() && code.size() <= 35 &&
           code.find_first_not_of(
               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == code.npos;
}

}  // namespace

void html_begin(std::string& to, const Document& document) {
    const std::string title = document.title.empty() ? "All articles" : safe(document.title);
    to.append(head).append("<title>" + title + "</title>\n</head>\n<body>\n<h1 dir=\"auto\">");
    to.append(title).append("</h1>\n");
}

void html_article(std::string& to, const Article& article, const Document&, std::size_t) {
    to += "<article id=\"article-" + std::to_string(article.id) + '"';
    if (is_language(article.language)) to += " lang=\"" + article.language + '"';
    to += ">\n";
    add(to, "h2", "", article.headline.empty() ? "(no headline)" : article.headline);
    add(to, "h3", "", article.subheadline);
    add(to, "p", "about", about(article));
    if (const std::string url = safe(link_to(article.url)); !url.empty())
        to += "<p class=\"about\"><a rel=\"noopener noreferrer\" href=\"" + url + "\">" + url +
              "</a></p>\n";
    add_paragraphs(to, "summary", article.summary);
    add(to, "p", "place", article.dateline);
    add_paragraphs(to, "", article.body);
    add_paragraphs(to, "note", article.note);
    add(to, "footer", "", footer(article));
    to += "</article>\n";
}

void html_end(std::string& to, const Document&) {
    to += "</body>\n</html>\n";
}

}  // namespace morgue::render
