// Text for people: the table of fields, and what an archive holds.
#include <algorithm>

#include "render/dates.hpp"
#include "render/output.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

constexpr std::size_t label_width = 16;
constexpr std::size_t most_values = 10;  // of a list in stats

void add_row(std::string& to, const Style& style, std::string_view label, std::string_view value) {
    if (value.empty()) return;
    std::string cell;
    append_cell(cell, label, label_width);
    paint(to, style, Ink::label, cell);
    to.append(visible(value)).append(1, '\n');
}

std::string counts(const std::vector<std::pair<std::string, std::uint64_t>>& values) {
    std::string out;
    for (std::size_t i = 0; i < std::min(values.size(), most_values); ++i)
        out.append(i ? ", " : "").append(values[i].first + " " + grouped(values[i].second));
    if (values.size() > most_values)
        out += " and " + grouped(values.size() - most_values) + " more";
    return out;
}

std::string span(const ArchiveStats& stats) {
    if (!stats.earliest || !stats.latest) return "no dated article";
    return readable(*stats.earliest) + " to " + readable(*stats.latest);
}

}  // namespace

void text_fields(std::string& to, const Style& style) {
    const auto add = [&](std::string_view name, std::string_view alias, std::string_view kind,
                         std::string_view facet, std::string_view help, std::string_view example,
                         Ink ink) {
        std::string row;
        append_cell(row, name, 13);
        append_cell(row, alias, 10);
        append_cell(row, kind, 8);
        append_cell(row, facet, 7);
        append_cell(row, help, 48);
        paint(to, style, ink, row.append(example));
        to += '\n';
    };
    add("FIELD", "ALIAS", "KIND", "FACET", "MEANING", "EXAMPLE", Ink::label);
    for (const Field& field : fields)
        add(field.name, field.alias, kind_name(field.kind), field.facet ? "yes" : "", field.help,
            field.example, Ink::plain);
}

void text_stats(std::string& to, const ArchiveStats& stats, const Style& style) {
    add_row(to, style, "articles", grouped(stats.articles));
    add_row(to, style, "published", span(stats));
    add_row(to, style, "words", grouped(stats.words));
    add_row(to, style, "files", grouped(stats.files));
    add_row(to, style, "formats", counts(stats.formats));
    add_row(to, style, "languages", counts(stats.languages));
    add_row(to, style, "sources", counts(stats.sources));
    add_row(to, style, "on disk",
            bytes_text(stats.database_bytes) + " articles, " + bytes_text(stats.index_bytes) +
                " index in " + std::to_string(stats.segments) +
                (stats.segments == 1 ? " segment" : " segments"));
    add_row(to, style, "earlier texts", grouped(stats.earlier_versions));
    add_row(to, style, "dead versions", grouped(stats.dead_versions));
    add_row(to, style, "revision", std::to_string(stats.revision));
    add_row(to, style, "schema",
            std::to_string(stats.schema) + ", index " + std::to_string(stats.index_schema) + " (" +
                stats.segment_writer + ")");
    add_row(to, style, "uuid", stats.uuid);
}

}  // namespace morgue::render
