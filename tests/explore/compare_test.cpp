#include <catch2/catch.hpp>
#include <map>

#include "support/explore_archive.hpp"

using namespace morgue;

namespace {

std::vector<std::string> values_of(const Article& article, Field::Id field) {
    std::vector<std::string> out;
    if (field == Field::Id::source && !article.source.empty()) out.push_back(article.source);
    if (field == Field::Id::person)
        for (const Entity& entity : article.entities)
            if (entity.kind == Entity::Kind::person) out.push_back(entity.name);
    return out;
}

}  // namespace

TEST_CASE("a comparison counts what going through every hit counts", "[explore][compare]") {
    const std::array<std::string, 2> queries{"oil", "strike OR ferry"};
    const Comparison comparison = compare(
        explore_archive().reader(),
        {.queries = queries, .facets = {Field::Id::source, Field::Id::person}, .limit = 1000});
    for (std::size_t i = 0; i < 2; ++i)
        CHECK(comparison.totals[i] == explore_archive().total(queries[i]));
    CHECK(comparison.both == explore_archive().total("oil (strike OR ferry)"));
    for (const auto& facet : comparison.facets) {
        std::map<std::string, std::array<std::uint64_t, 2>> slow;
        for (std::size_t i = 0; i < 2; ++i)
            for (const Article& article : explore_archive().found(queries[i]))
                for (const std::string& value : values_of(article, facet.field)) ++slow[value][i];
        CHECK(facet.distinct == slow.size());
        REQUIRE(facet.values.size() == slow.size());
        for (const auto& value : facet.values) {
            INFO(value.value);
            CHECK(value.counts == slow.at(value.value));
            for (std::size_t i = 0; i < 2; ++i)
                CHECK(value.shares[i] ==
                      Approx(double(value.counts[i]) / double(comparison.totals[i])));
            CHECK((value.log_ratio > 0) == (value.shares[0] > value.shares[1]));
        }
    }
}

TEST_CASE("a comparison with a query that finds nothing, or everything, is sound",
          "[explore][compare]") {
    const Comparison comparison = compare(
        explore_archive().reader(), {.queries = {"", "absent"}, .facets = {Field::Id::source}});
    CHECK(comparison.totals[0] == explore_archive().total("*"));
    CHECK(comparison.totals[1] == 0);
    CHECK(comparison.both == 0);
    for (const auto& value : comparison.facets.at(0).values) CHECK(value.counts[1] == 0);
    CHECK(compare(explore_archive().reader(), {.queries = {"", "oil"}, .facets = {}}).both ==
          explore_archive().total("oil"));
}
