// Text for people: a whole article.
#include <algorithm>

#include "render/dates.hpp"
#include "render/output.hpp"
#include "render/record.hpp"

namespace morgue::render {

namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out.append(out.empty() ? "" : ", ").append(part);
    return out;
}

void add_line(std::string& to, const Style& style, Ink ink, std::string_view text) {
    if (!text.empty()) paint_lines(to, style, ink, "", text);
}

void add_labelled(std::string& to, const Style& style, std::string_view label,
                  std::string_view text) {
    if (text.empty()) return;
    paint(to, style, Ink::label, label);
    to += '\n';
    paint_lines(to, style, Ink::plain, "  ", text);
}

std::string publication(const Article& article) {
    std::string line = article.source;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) line.append(line.empty() ? "" : " · ").append(part);
    };
    add(article.section);
    if (article.published) add(readable(*article.published));
    if (article.updated) add("updated " + readable(*article.updated));
    return line;
}

void add_heading(std::string& to, const Article& article, const Style& style) {
    add_line(to, style, article.headline.empty() ? Ink::faint : Ink::headline,
             article.headline.empty() ? "(no headline)" : article.headline);
    add_line(to, style, Ink::plain, article.subheadline);
    add_line(to, style, Ink::plain, article.byline);
    add_line(to, style, Ink::faint, publication(article));
    add_line(to, style, Ink::faint, article.url);
}

void add_paragraphs(std::string& to, std::string_view text, const Style& style, Ink ink) {
    if (text.empty()) return;
    to += '\n';
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        paint_lines(to, style, ink, "", text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void add_note(std::string& to, std::string_view note, const Style& style) {
    if (note.empty()) return;
    paint(to, style, Ink::label, "note");
    to += '\n';
    while (!note.empty()) {
        const std::size_t end = std::min(note.find('\n'), note.size());
        paint_lines(to, style, Ink::plain, "  ", note.substr(0, end));
        note.remove_prefix(std::min(end + 1, note.size()));
    }
}

std::string names(const Article& article, Entity::Kind kind) {
    std::vector<std::string> found;
    for (const Entity& entity : article.entities)
        if (entity.kind == kind) found.push_back(entity.name);
    return joined(found);
}

std::string countries(const Article& article) {
    std::vector<std::string> found;
    for (const Entity& entity : article.entities)
        if (!entity.country.empty() &&
            std::find(found.begin(), found.end(), entity.country) == found.end())
            found.push_back(entity.country);
    return joined(found);
}

std::string origin(const Article& article) {
    std::string line = article.id ? "id " + std::to_string(article.id) + " · " : "";
    line += article.path + " record " + std::to_string(article.record);
    if (!article.format.empty()) line += " (" + article.format + ")";
    return line;
}

std::string quoted(const Reading& reading) {
    return reading.rule + ": \"" + reading.text + '"';
}

// "headline    og:title: ...", and below it what other rules read.
void add_origins(std::string& to, const std::vector<Origin>& origins, const Style& style) {
    if (origins.empty()) return;
    paint(to, style, Ink::label, "why");
    to += '\n';
    for (const Origin& origin : origins) {
        paint_lines(to, style, Ink::plain, "  ", origin.field + ": " + quoted(origin.given));
        for (const Reading& rival : origin.rivals)
            paint_lines(to, style, Ink::faint, "    not ", quoted(rival));
    }
}

}  // namespace

void text_article(std::string& to, const Article& article, const Document& document,
                  std::size_t nth) {
    const Style& style = document.style;
    if (nth > 0) to += "\n────────────────────\n\n";
    add_heading(to, article, style);
    add_paragraphs(to, article.summary, style, Ink::faint);
    add_paragraphs(to, article.dateline, style, Ink::faint);
    add_paragraphs(to, article.body, style, Ink::plain);
    to += '\n';
    add_labelled(to, style, "people", names(article, Entity::Kind::person));
    add_labelled(to, style, "organisations", names(article, Entity::Kind::organisation));
    add_labelled(to, style, "places", names(article, Entity::Kind::place));
    add_labelled(to, style, "countries", countries(article));
    add_labelled(to, style, "keywords", joined(article.keywords));
    add_labelled(to, style, "tags", joined(article.tags));
    add_note(to, article.note, style);
    add_origins(to, article.origins, style);
    add_line(to, style, Ink::faint, article.copyright);
    add_line(to, style, Ink::faint, origin(article));
    for (const Problem& problem : article.problems)
        add_line(to, style, Ink::faint, problem.field + ": " + problem.message);
}

}  // namespace morgue::render
