#include "query/own_conditions.hpp"

#include <catch2/catch.hpp>

#include "query/parse.hpp"

using namespace morgue;

namespace {

std::string without_source(std::string_view text) {
    return query::print(query::without_conditions_on(Field::Id::source, query::parse(text).expr));
}

}  // namespace

TEST_CASE("what a query asks of a facet's own values is left out", "[query]") {
    struct {
        const char *query, *left;
    } cases[] = {
        {"oil source:reuters", "oil"},
        {"source:reuters", "*"},
        {"oil gas source:reuters", "oil AND gas"},
        {"oil (source:reuters OR source:ap)", "oil"},
        {"oil -source:reuters", "oil"},
        {"oil -(source:reuters OR source:ap) lang:en", "oil AND lang:en"},
        // what says more stays
        {"oil OR source:reuters", "oil OR source:reuters"},
        {"oil (source:reuters OR lang:en)", "oil AND (source:reuters OR lang:en)"},
        {"oil has:source", "oil AND has:source"},
        {"oil lang:en", "oil AND lang:en"},
        {"", "*"},
    };
    for (const auto& [query, left] : cases) {
        INFO(query);
        CHECK(without_source(query) == query::print(query::parse(left).expr));
    }
}
