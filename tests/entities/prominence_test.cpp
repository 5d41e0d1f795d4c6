#include "entities/prominence.hpp"

#include <catch2/catch.hpp>

using namespace morgue;
using entities::Prominence;
using Kind = Entity::Kind;

TEST_CASE("an entity is prominent in the headline, the first paragraph, or named twice",
          "[entities]") {
    Article article;
    article.headline = "Storm nears Elmo";
    article.body = "Orvik waited.\n\nVesterlund and the Norvik crew left. Norvik said so.";
    const auto prominent = [&](Mention::Where where, std::vector<std::uint32_t> begins) {
        Entity entity;
        for (const std::uint32_t begin : begins)
            entity.mentions.push_back({where, begin, begin + 4});
        return Prominence(article).holds(entity);
    };
    CHECK(prominent(Mention::Where::headline, {12}));
    CHECK(prominent(Mention::Where::body, {0}));
    CHECK(prominent(Mention::Where::body, {34, 52}));
    CHECK(prominent(Mention::Where::body, {}));  // given without saying where
    CHECK_FALSE(prominent(Mention::Where::body, {15}));
}

TEST_CASE("the agency or paper that an article is from is not whom it is about", "[entities]") {
    Article article;
    article.body = "The tide rose, Norvik Wire reported.";
    article.source = "Harbour Gazette";
    article.byline = "By Ann Bell, NORVIK WIRE";
    article.dateline = "PORT ELMO (Tesk) -";
    const auto prominent = [&](Kind kind, const char* name) {
        return Prominence(article).holds({kind, name, {{Mention::Where::body, 0, 4}}});
    };
    CHECK_FALSE(prominent(Kind::organisation, "Norvik Wire"));
    CHECK_FALSE(prominent(Kind::organisation, "Tesk"));
    CHECK_FALSE(prominent(Kind::organisation, "Harbour Gazette"));
    CHECK(prominent(Kind::organisation, "Norvik Wire Works"));
    CHECK(prominent(Kind::organisation, "Wire Ann"));
    CHECK(prominent(Kind::place, "Port Elmo"));
}
