#include "render/similar.hpp"

namespace morgue::render {

Grid grid_of(const std::vector<Similar::Term>& terms) {
    Grid grid{{{"term", "term"},
               {"field", "field"},
               {"headline", "headline"},
               {"count", "count"},
               {"articles", "articles"},
               {"weight", "weight"}},
              {}};
    for (const Similar::Term& term : terms) {
        const bool word = term.field == Field::Id::body;
        grid.rows.push_back({term.text, word ? "word" : std::string(field(term.field).name),
                             std::string(term.headline ? "yes" : ""),
                             word ? Grid::Cell(std::uint64_t(term.count)) : Grid::Cell(),
                             term.articles, term.weight});
    }
    return grid;
}

void json_terms(std::string& to, const std::vector<Similar::Term>& terms) {
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1)).key("terms");
    write_grid(json, grid_of(terms));
    json.close('}');
    to += '\n';
}

}  // namespace morgue::render
