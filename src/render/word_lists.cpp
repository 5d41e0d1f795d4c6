#include "render/word_lists.hpp"

#include <array>

#include "render/json_parts.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

std::string counted(std::uint64_t number, const char* one, const char* many) {
    return grouped(number) + ' ' + (number == 1 ? one : many);
}

// For people: stories, where those were counted.
Grid headed_by_unit(Grid grid, const SearchRequest& search) {
    for (Grid::Column& column : grid.columns)
        if (column.key == "articles") column.label = unit_name(search);
    return grid;
}

std::string_view name_of(SearchRequest::Count count) {
    constexpr std::array<std::string_view, 3> names{"articles", "stories", "words"};
    return names[std::size_t(count)];
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

void text_collocates(std::string& to, const Collocates& collocates,
                     const CollocatesRequest& request, const Style& style) {
    paint(to, style, Ink::faint,
          counted(collocates.matches, "match", "matches") + " in " +
              counted_text(collocates.articles, request.search) + "; " +
              counted(collocates.distinct, "word", "words") + " near often enough");
    to += '\n';
    if (!collocates.words.empty())
        text_grid(to, headed_by_unit(grid_of(collocates), request.search), style);
}

void json_collocates(std::string& to, const Collocates& collocates,
                     const CollocatesRequest& request) {
    const std::string& query = request.search.query;
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1)).key("query").text(query);
    json.key("counted").text(name_of(request.count));
    json.key("articles").number(collocates.articles).key("matches").number(collocates.matches);
    json.key("near").number(collocates.near).key("all").number(collocates.all);
    json.key("distinct").number(collocates.distinct).key("words");
    write_grid(json, grid_of(collocates));
    write_problems(json, collocates.problems, query);
    json.close('}');
    to += '\n';
}

Grid grid_of(const Keyness& keyness) {
    const bool words = keyness.count == KeynessRequest::Count::words;
    // clang-format off
    Grid grid{{{"text", "word"}, {"count", words ? "here" : ""}, {"articles", "articles"}, {"other_count", "elsewhere"},
               {"share", "% here", 2, true}, {"other_share", "% else", 2, true}, {"log_likelihood", "G2", 1},
               {"p", ""}, {"chi_square", "X2", 1}, {"cramers_v", "V", 3}, {"log_ratio", "log ratio", 2}}, {}};
    // clang-format on
    const auto share = [](std::uint64_t count, std::uint64_t all) {
        return all ? double(count) / double(all) : 0;
    };
    for (const Keyness::Key& key : keyness.keys)
        grid.rows.push_back({key.text, key.count, key.articles, key.other_count,
                             share(key.count, keyness.all),
                             share(key.other_count, keyness.other_all), key.log_likelihood, key.p,
                             key.chi_square, key.cramers_v, key.log_ratio});
    return grid;
}

void text_keyness(std::string& to, const Keyness& keyness, const KeynessRequest& request,
                  const Style& style) {
    paint(to, style, Ink::faint,
          counted_text(keyness.articles, request.search) + " against " +
              counted_text(keyness.other_articles, request.search) + "; " +
              grouped(keyness.distinct) + " frequent enough");
    to += '\n';
    if (!keyness.keys.empty())
        text_grid(to, headed_by_unit(grid_of(keyness), request.search), style);
}

void json_keyness(std::string& to, const Keyness& keyness, const KeynessRequest& request) {
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1)).key("query").text(request.search.query);
    json.key("against");
    if (request.against)
        json.text(*request.against);
    else
        json.null();
    json.key("length").number(std::uint64_t(request.length));
    json.key("counted").text(name_of(keyness.count));
    json.key("articles").number(keyness.articles).key("all").number(keyness.all);
    json.key("other_articles").number(keyness.other_articles);
    json.key("other_all").number(keyness.other_all).key("distinct").number(keyness.distinct);
    write_grid(json.key("keys"), grid_of(keyness));
    json.key("problems").open('[');
    const CodePoints query(request.search.query), against(request.against.value_or(""));
    for (const Problem& problem : keyness.problems) write_problem(json, problem, query);
    for (const Problem& problem : keyness.other_problems) write_problem(json, problem, against);
    json.close(']').close('}');
    to += '\n';
}

}  // namespace morgue::render
