// Comma-separated values after RFC 4180.
#include "render/separated.hpp"

namespace morgue::render {

namespace {

void append_csv_cell(std::string& to, std::string_view text) {
    const bool quoted = text.find_first_of(",\"\r\n") != text.npos;
    if (quoted) to += '"';
    to += formula_guard(text);
    for (const char c : text) to.append(c == '"' ? 2 : 1, c);
    if (quoted) to += '"';
}

}  // namespace

constexpr Dialect csv{',', "\r\n", append_csv_cell};

void csv_answer(std::string& to, const Answer& answer) {
    separated_answer(to, answer, csv);
}
void csv_facets(std::string& to, const Answer& answer) {
    separated_facets(to, answer, csv);
}
void csv_begin(std::string& to, const Document& document) {
    separated_header(to, document, csv);
}
void csv_article(std::string& to, const Article& article, const Document& document, std::size_t) {
    separated_article(to, article, document, csv);
}

}  // namespace morgue::render
