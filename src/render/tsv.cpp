// Tab-separated values: a tab or line end within a cell becomes a blank.
#include "render/separated.hpp"

namespace morgue::render {

namespace {

void append_tsv_cell(std::string& to, std::string_view text) {
    to += formula_guard(text);
    for (const char c : text) to += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

constexpr Dialect tsv{'\t', "\n", append_tsv_cell};

}  // namespace

void tsv_answer(std::string& to, const Answer& answer) {
    separated_answer(to, answer, tsv);
}
void tsv_facets(std::string& to, const Answer& answer) {
    separated_facets(to, answer, tsv);
}
void tsv_begin(std::string& to, const Document& document) {
    separated_header(to, document, tsv);
}
void tsv_article(std::string& to, const Article& article, const Document& document, std::size_t) {
    separated_article(to, article, document, tsv);
}

}  // namespace morgue::render
