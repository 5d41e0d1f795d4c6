#pragma once
// Rows of cells, parted by a character: what CSV and TSV have in common.
#include <string>
#include <string_view>
#include <vector>

#include "render/output.hpp"

namespace morgue::render {

// A dialect says how a cell is written. Cells that a spreadsheet would run as a formula have a
// ' put before them: the text of an article is never a program.
struct Dialect {
    char separator;
    std::string_view line_end;
    void (*cell)(std::string& to, std::string_view text);
};

void separated_answer(std::string& to, const Answer& answer, const Dialect& dialect);
void separated_facets(std::string& to, const Answer& answer, const Dialect& dialect);

// The ' where it is needed, else nothing.
std::string_view formula_guard(std::string_view text);

}  // namespace morgue::render
