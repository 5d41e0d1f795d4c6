#pragma once
// Rows of cells that are printed as an aligned table, as CSV or as JSON objects.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "render/json_writer.hpp"
#include "render/terminal.hpp"

namespace morgue::render {

struct Grid {
    struct Column {
        std::string_view key;    // for programs
        std::string_view label;  // for people; they are not shown a column without one
        int places = 2;          // of fractions, for people
        bool share = false;      // people see percentages
    };
    // Nothing: not known.
    using Cell = std::variant<std::monostate, std::string, std::uint64_t, double>;

    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  // a cell a column
};

// Numbers to the right; texts are cut so that a line fits the terminal.
void text_grid(std::string& to, const Grid& grid, const Style& style);
void csv_grid(std::string& to, const Grid& grid, const Style& style);

// An array of objects.
void write_grid(JsonWriter& json, const Grid& grid);

}  // namespace morgue::render
