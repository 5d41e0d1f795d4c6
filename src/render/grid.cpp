#include "render/grid.hpp"

#include <algorithm>
#include <numeric>

#include "core/overload.hpp"
#include "render/numbers.hpp"
#include "render/separated.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

using core::overload;

constexpr std::size_t widest_text = 60, least_text = 12;

std::string shown(const Grid::Cell& cell, const Grid::Column& column) {
    return std::visit(overload{[](std::monostate) { return std::string(); },
                               [](const std::string& text) { return text; },
                               [](std::uint64_t number) { return grouped(number); },
                               [&](double number) {
                                   return column.share ? percent(number)
                                                       : fixed(number, column.places);
                               }},
                      cell);
}

bool is_number(const Grid& grid, std::size_t column) {
    return std::none_of(grid.rows.begin(), grid.rows.end(), [&](const auto& row) {
        return std::holds_alternative<std::string>(row[column]);
    });
}

// Of each column; the widest columns of text give way until a line fits.
std::vector<std::size_t> widths(const Grid& grid, const Style& style) {
    std::vector<std::size_t> out;
    for (std::size_t c = 0; c < grid.columns.size(); ++c) {
        const Grid::Column& column = grid.columns[c];
        std::size_t width = columns(column.label);
        if (!column.label.empty())
            for (const auto& row : grid.rows)
                width = std::max(width, columns(shown(row[c], column)));
        out.push_back(is_number(grid, c) ? width : std::min(width, widest_text));
    }
    const auto shown_columns = std::size_t(std::count_if(
        grid.columns.begin(), grid.columns.end(), [](const auto& c) { return !c.label.empty(); }));
    while (style.width) {
        const std::size_t line =
            std::accumulate(out.begin(), out.end(), std::size_t(0)) + 2 * shown_columns;
        const auto widest = std::max_element(out.begin(), out.end());
        const auto number = std::size_t(widest - out.begin());
        if (line <= style.width || *widest <= least_text || is_number(grid, number)) break;
        *widest -= std::min(line - style.width, *widest - least_text);
    }
    return out;
}

}  // namespace

void text_grid(std::string& to, const Grid& grid, const Style& style) {
    const std::vector<std::size_t> wide = widths(grid, style);
    const auto add_line = [&](Ink ink, const auto& text_of) {
        std::string line;
        for (std::size_t c = 0; c < grid.columns.size(); ++c) {
            if (grid.columns[c].label.empty()) continue;
            if (!line.empty()) line += "  ";
            const std::string text = text_of(c);
            if (is_number(grid, c))
                line.append(wide[c] - std::min(wide[c], columns(text)), ' ').append(text);
            else
                append_cell(line, text, wide[c]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        if (ink == Ink::plain)
            to += line;
        else
            paint(to, style, ink, line);
        to += '\n';
    };
    add_line(Ink::label, [&](std::size_t c) { return std::string(grid.columns[c].label); });
    for (const auto& row : grid.rows)
        add_line(Ink::plain, [&](std::size_t c) { return shown(row[c], grid.columns[c]); });
}

void csv_grid(std::string& to, const Grid& grid, const Style& style) {
    {
        Row header(to, style, csv);
        for (const Grid::Column& column : grid.columns) header.add(column.key);
    }
    for (const auto& cells : grid.rows) {
        Row row(to, style, csv);
        for (const Grid::Cell& cell : cells)
            std::visit(overload{[&](std::monostate) { row.add(""); },
                                [&](const std::string& text) { row.add(text); },
                                [&](std::uint64_t number) { row.add(number); },
                                [&](double number) { row.add(std::optional(number)); }},
                       cell);
    }
}

void write_grid(JsonWriter& json, const Grid& grid) {
    json.open('[');
    for (const auto& cells : grid.rows) {
        json.open('{');
        for (std::size_t c = 0; c < grid.columns.size(); ++c) {
            json.key(grid.columns[c].key);
            std::visit(overload{[&](std::monostate) { json.null(); },
                                [&](const std::string& text) { json.known(text); },
                                [&](std::uint64_t number) { json.number(number); },
                                [&](double number) { json.number(number); }},
                       cells[c]);
        }
        json.close('}');
    }
    json.close(']');
}

}  // namespace morgue::render
