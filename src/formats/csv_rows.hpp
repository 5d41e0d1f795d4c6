#pragma once
// The rows of a table in text: RFC 4180 and what programs write in its name.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_source.hpp"

namespace morgue::formats {

namespace csv {

struct Field {
    std::size_t begin = 0, end = 0;  // in the text; without the quotes
    bool quoted = false;
};

// The first row of a text.
struct Scan {
    enum class End { at_line_end, at_text_end, in_quotes };

    std::vector<Field> fields;
    std::size_t size = 0;  // without its line end
    End end = End::at_text_end;
};
void scan_row(std::string_view text, char delimiter, Scan& to);

}  // namespace csv

class CsvRows {
public:
    using Row = std::vector<std::string_view>;

    CsvRows(std::unique_ptr<core::ByteSource> source, char delimiter);

    // The next row that is not blank, its fields unquoted, valid until the next call; null at the
    // end. Throws core::BadRecord for a row that has no end: it goes on in the next line, and
    // core::BadInput when there are many of those.
    const Row* next();

    std::uint64_t line() const { return line_; }  // on which the row begins, from 1

private:
    void fill();
    bool find_row();
    void drop_line();
    [[noreturn]] void lose_line();
    void take_fields();

    std::unique_ptr<core::ByteSource> source_;
    const char delimiter_;
    std::string buffer_;
    std::size_t begin_ = 0, end_ = 0;  // what of it is filled and not yet returned
    bool at_end_ = false;
    std::uint64_t line_ = 0, next_line_ = 1;
    unsigned lost_ = 0;
    csv::Scan row_;  // of the row at begin_
    Row fields_;
};

// What parts the fields of a table, seen from its beginning: of , ; tab and | the one by which most
// rows have the same number of fields, two or more; 0 if there is none.
char find_delimiter(std::string_view head);

// Rows of a table at hand, at most so many; one cut off at the end of `text` is left out unless it
// is the only one.
std::vector<std::vector<std::string>> first_rows(std::string_view text, char delimiter,
                                                 std::size_t most);

// "sep=;", the line by which Excel is told; its length with the line end, 0 if there is none.
std::size_t separator_line(std::string_view head);

}  // namespace morgue::formats
