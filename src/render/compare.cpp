#include "render/compare.hpp"

#include "render/json_parts.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

// With the facet's name in a column of its own, where several are in one table.
Grid grid_of(const Comparison& comparison, std::size_t first, std::size_t last, bool names) {
    Grid grid{{{"facet", names ? "facet" : ""},
               {"value", "value"},
               {"count_1", "first"},
               {"count_2", "second"},
               {"share_1", "% first", 2, true},
               {"share_2", "% second", 2, true},
               {"log_ratio", "log ratio"},
               {"log_likelihood", "G2", 1},
               {"p", ""}},
              {}};
    for (std::size_t f = first; f < last; ++f)
        for (const Comparison::Value& value : comparison.facets[f].values)
            grid.rows.push_back({std::string(field(comparison.facets[f].field).name), value.value,
                                 value.counts[0], value.counts[1], value.shares[0], value.shares[1],
                                 value.log_ratio, value.log_likelihood, value.p});
    return grid;
}

}  // namespace

void text_comparison(std::string& to, const Comparison& comparison, const CompareRequest& request,
                     const Style& style) {
    for (std::size_t i = 0; i < 2; ++i) {
        const std::string& query = request.queries[i];
        paint(to, style, Ink::label, i ? "second  " : "first   ");
        to += visible(query.empty() ? "*" : query);
        paint(to, style, Ink::faint, "  " + counted_text(comparison.totals[i], request.search));
        to += '\n';
    }
    if (comparison.both > 0) {
        paint(to, style, Ink::faint, "both    " + counted_text(comparison.both, request.search));
        to += '\n';
    }
    for (std::size_t f = 0; f < comparison.facets.size(); ++f) {
        const Comparison::ByFacet& facet = comparison.facets[f];
        to += '\n';
        paint(to, style, Ink::label, field(facet.field).name);
        paint(to, style, Ink::faint,
              "  " + grouped(facet.distinct) + (facet.distinct == 1 ? " value" : " values"));
        to += '\n';
        if (!facet.values.empty()) text_grid(to, grid_of(comparison, f, f + 1, false), style);
    }
}

void csv_comparison(std::string& to, const Comparison& comparison, const Style& style) {
    csv_grid(to, grid_of(comparison, 0, comparison.facets.size(), true), style);
}

void json_comparison(std::string& to, const Comparison& comparison, const CompareRequest& request) {
    JsonWriter json(to);
    json.open('{').key("v").number(std::uint64_t(1));
    json.key("queries").texts({request.queries[0], request.queries[1]});
    json.key("counted")
        .text(unit_name(request.search))
        .key("totals")
        .open('[')
        .number(comparison.totals[0])
        .number(comparison.totals[1]);
    json.close(']').key("both").number(comparison.both);
    write_grid(json.key("values"), grid_of(comparison, 0, comparison.facets.size(), true));
    json.key("problems").open('[');
    for (std::size_t i = 0; i < 2; ++i)
        for (const Problem& problem : comparison.problems[i])
            write_problem(json, problem, CodePoints(request.queries[i]));
    json.close(']').close('}');
    to += '\n';
}

}  // namespace morgue::render
