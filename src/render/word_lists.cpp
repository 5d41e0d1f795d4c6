#include "render/word_lists.hpp"

#include "render/json_parts.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

std::string counted(std::uint64_t number, const char* one, const char* many) {
    return grouped(number) + ' ' + (number == 1 ? one : many);
}

}  // namespace

Grid grid_of(const Collocates& collocates) {
    // clang-format off
    Grid grid{{{"word", "word"}, {"count", "near"}, {"left", "left"}, {"right", "right"},
               {"articles", "articles"}, {"total", "in all"}, {"log_likelihood", "G2", 1},
               {"mutual_information", "MI", 2}, {"t_score", "t", 2}}, {}};
    // clang-format on
    for (const Collocates::Word& word : collocates.words)
        grid.rows.push_back({word.word, word.count, word.left, word.right, word.articles,
                             word.total, word.log_likelihood, word.mutual_information,
                             word.t_score});
    return grid;
}

void text_collocates(std::string& to, const Collocates& collocates, const Style& style) {
    paint(to, style, Ink::faint,
          counted(collocates.matches, "match", "matches") + " in " +
              articles_text(collocates.articles) + "; " +
              counted(collocates.distinct, "word", "words") + " near often enough");
    to += '\n';
    if (!collocates.words.empty()) text_grid(to, grid_of(collocates), style);
}

void json_collocates(std::string& to, const Collocates& collocates, std::string_view query) {
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1)).key("query").text(query);
    json.key("articles").number(collocates.articles).key("matches").number(collocates.matches);
    json.key("near").number(collocates.near).key("all").number(collocates.all);
    json.key("distinct").number(collocates.distinct).key("words");
    write_grid(json, grid_of(collocates));
    write_problems(json, collocates.problems, query);
    json.close('}');
    to += '\n';
}

}  // namespace morgue::render
