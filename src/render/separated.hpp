#pragma once
// Rows of cells, parted by a character: what CSV and TSV have in common.
#include <cstdint>
#include <optional>
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

extern const Dialect csv;

// A row being written; control characters are made visible where a person looks.
class Row {
public:
    Row(std::string& to, const Style& style, const Dialect& dialect)
        : to_(to), visible_(style.terminal), dialect_(dialect) {}
    ~Row() { to_ += dialect_.line_end; }
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

    void add(std::string_view cell);
    void add(std::uint64_t number);
    void add(const std::optional<double>& number);  // empty when absent

private:
    void separate();

    std::string& to_;
    bool visible_;
    const Dialect& dialect_;
    bool first_ = true;
};

void add_hit_columns(Row& row);  // their names
void add_hit(Row& row, const Hit& hit);

void separated_answer(std::string& to, const Answer& answer, const Dialect& dialect);
void separated_facets(std::string& to, const Answer& answer, const Dialect& dialect);

// Whole articles: the fields of the document, else all that fit in a cell.
void separated_header(std::string& to, const Document& document, const Dialect& dialect);
void separated_article(std::string& to, const Article& article, const Document& document,
                       const Dialect& dialect);

// The ' where it is needed, else nothing.
std::string_view formula_guard(std::string_view text);

}  // namespace morgue::render
