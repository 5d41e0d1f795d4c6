#include "render/kwic.hpp"

#include <algorithm>

#include "render/json_parts.hpp"
#include "render/separated.hpp"
#include "render/tables.hpp"
#include "text/utf8.hpp"

namespace morgue::render {

namespace {

constexpr std::size_t date_width = 10, least_side = 10;

// The end of the text that fits, an ellipsis before it where it is cut.
std::string cut_left(std::string_view text, std::size_t width) {
    if (columns(text) <= width) return visible(text);
    std::size_t at = 0;
    while (at < text.size() && columns(text.substr(at)) + 1 > width) text::decode(text, at);
    return "…" + visible(text.substr(at));
}

void add_line(std::string& to, const Kwic::Line& line, const Style& style, std::size_t id_width,
              std::size_t side) {
    append_number(to, std::to_string(line.id), id_width);
    std::string date;
    append_cell(date, line.published ? line.published->iso().substr(0, date_width) : "",
                date_width);
    paint(to += ' ', style, Ink::faint, date);
    const std::string left = cut_left(line.left, side + 1);
    to.append(2 + side + 1 - columns(left), ' ').append(left);
    const std::string match = cut(line.match, side);
    paint(to, style, Ink::match, match);
    to += cut(line.right, side - columns(match));
    while (to.ends_with(' ')) to.pop_back();
    to += '\n';
}

}  // namespace

void text_kwic(std::string& to, const Kwic& kwic, const Style& style, std::size_t width) {
    std::size_t id_width = 0;
    for (const Kwic::Line& line : kwic.lines)
        id_width = std::max(id_width, std::to_string(line.id).size());
    const std::size_t taken = id_width + 1 + date_width + 2 + 1;  // blanks between, too
    const std::size_t side = std::max(least_side, width > taken ? (width - taken) / 2 : 0);
    for (const Kwic::Line& line : kwic.lines) add_line(to, line, style, id_width, side);
}

void csv_kwic(std::string& to, const Kwic& kwic, const Style& style) {
    {
        Row header(to, style, csv);
        for (const auto* name : {"id", "published", "source", "field", "left", "match", "right"})
            header.add(name);
    }
    for (const Kwic::Line& line : kwic.lines) {
        Row row(to, style, csv);
        row.add(std::uint64_t(line.id));
        row.add(line.published ? line.published->iso() : "");
        row.add(line.source);
        row.add(field(line.field).name);
        row.add(line.left);
        row.add(line.match);
        row.add(line.right);
    }
}

void json_kwic(std::string& to, const Kwic& kwic, std::string_view query) {
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1)).key("query").text(query);
    json.key("total");
    if (kwic.total)
        json.number(std::uint64_t(*kwic.total));
    else
        json.null();
    json.key("lines").open('[');
    for (const Kwic::Line& line : kwic.lines) {
        json.open('{').key("id").number(std::uint64_t(line.id));
        json.key("published").known(line.published ? line.published->iso() : std::string());
        json.key("source").known(line.source).key("field").text(field(line.field).name);
        json.key("left").text(line.left).key("match").text(line.match);
        json.key("right").text(line.right).close('}');
    }
    json.close(']');
    write_problems(json, kwic.problems, query);
    json.close('}');
    to += '\n';
}

}  // namespace morgue::render
