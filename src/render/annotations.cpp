#include "render/annotations.hpp"

#include <algorithm>

#include "render/dates.hpp"
#include "render/json_writer.hpp"
#include "render/separated.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

void add_note(std::string& to, std::string_view note, std::string_view indent, const Style& style) {
    while (!note.empty()) {
        const std::size_t end = std::min(note.find('\n'), note.size());
        paint_lines(to, style, Ink::plain, indent, note.substr(0, end));
        note.remove_prefix(std::min(end + 1, note.size()));
    }
}

std::string about(const Article& article) {
    std::string out;
    if (article.published) out += readable(*article.published) + " · ";
    if (!article.source.empty()) out += article.source + " · ";
    out += "id " + std::to_string(article.id);
    for (const std::string& tag : article.tags) out += " · " + tag;
    return out;
}

}  // namespace

void text_tags(std::string& to, const std::vector<TagCount>& tags, const Style& style) {
    std::size_t wide = 0;
    std::uint64_t most = 0;
    for (const TagCount& tag : tags) {
        wide = std::max(wide, columns(tag.name));
        most = std::max(most, tag.articles);
    }
    for (const TagCount& tag : tags) {
        std::string name;
        append_cell(name, tag.name, wide);
        paint(to, style, Ink::label, name);
        append_number(to += "  ", grouped(tag.articles), grouped(most).size());
        to += '\n';
    }
}

void json_tags(std::string& to, const std::vector<TagCount>& tags) {
    JsonWriter json(to);
    json.open('[');
    for (const TagCount& tag : tags)
        json.open('{').key("tag").text(tag.name).key("articles").number(tag.articles).close('}');
    json.close(']');
    to += '\n';
}

void csv_tags(std::string& to, const std::vector<TagCount>& tags, const Style& style) {
    {
        Row header(to, style, csv);
        header.add("tag");
        header.add("articles");
    }
    for (const TagCount& tag : tags) {
        Row row(to, style, csv);
        row.add(tag.name);
        row.add(tag.articles);
    }
}

std::string tagged_text(std::uint64_t changed, std::uint64_t found) {
    const std::string of = changed == found ? "" : grouped(changed) + " of ";
    return of + grouped(found) + (found == 1 ? " article changed" : " articles changed");
}

void text_note(std::string& to, const Article& article, const Style& style) {
    add_note(to, article.note, "", style);
}

void text_noted(std::string& to, const Article& article, const Style& style) {
    if (article.headline.empty())
        paint_lines(to, style, Ink::faint, "", "(no headline)");
    else
        paint_lines(to, style, Ink::headline, "", article.headline);
    paint_lines(to, style, Ink::faint, "  ", about(article));
    add_note(to, article.note, "  ", style);
    to += '\n';
}

}  // namespace morgue::render
