#pragma once
// The queries of a file: one a line, or the names in a column of CSV.
#include <string>
#include <string_view>
#include <vector>

namespace morgue::cli {

struct BatchQuery {
    std::string label;  // as it stands in the file
    std::string query;  // as it is asked
};

// Lines that are not blank. Throws Error io; "-" is standard input.
std::vector<BatchQuery> queries_of_lines(const std::string& path);

// Each different cell of a column that is not empty, as a phrase. The column is named as in the
// first row, case aside, or by its number from 1. Throws Error io; usage when there is none such.
std::vector<BatchQuery> queries_of_column(const std::string& path, const std::string& column);

// RFC 4180; the separator is the one of , ; and tab that the first line has most of.
std::vector<std::vector<std::string>> csv_rows(std::string_view text);

}  // namespace morgue::cli
