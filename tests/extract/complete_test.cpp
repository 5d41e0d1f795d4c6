#include <catch2/catch.hpp>

#include "extract/extract.hpp"

using namespace morgue;
using namespace morgue::extract;

namespace {

std::string problems(const Article& article) {
    std::string out;
    for (const auto& problem : article.problems)
        out += (out.empty() ? "" : " ") + problem.code +
               (problem.field.empty() ? "" : ":" + problem.field);
    return out;
}

core::Draft draft_with_body(std::string body) {
    core::Draft draft;
    draft.article.headline = "Storm hits coast";
    draft.article.body = std::move(body);
    return draft;
}

}  // namespace

TEST_CASE("one-line fields have no line breaks and bodies no stray blanks", "[extract]") {
    auto draft = draft_with_body("\n\n It rained. \x01 \n\n\n\n It left.\n\n");
    draft.article.headline = " Storm\nhits\t\x02 coast ";
    draft.article.slugline = "STORM\r\nCOAST";
    draft.article.byline = "By Jane\n   Doe";
    const auto article = complete(draft);
    CHECK(article.headline == "Storm hits coast");
    CHECK(article.slugline == "STORM COAST");
    CHECK(article.byline == "By Jane Doe");
    CHECK(article.body == "It rained.\n\nIt left.");
}

TEST_CASE("text is composed", "[extract]") {
    auto draft = draft_with_body("Nicola\u0301s");
    CHECK(complete(draft).body == "Nicol\u00E1s");
}

TEST_CASE("the best date that can be read is taken", "[extract]") {
    auto draft = draft_with_body("It rained.");
    draft.published = {"", "soon", "3 September 2024", "4 September 2024"};
    const auto article = complete(draft);
    REQUIRE(article.published.has_value());
    CHECK(article.published->iso() == "2024-09-03");
    CHECK(problems(article).empty());
}

TEST_CASE("a date that cannot be read is a problem", "[extract]") {
    auto draft = draft_with_body("It rained.");
    draft.published = {"soon"};
    draft.updated = {"30 February 2024"};
    const auto article = complete(draft);
    CHECK_FALSE(article.published.has_value());
    CHECK_FALSE(article.updated.has_value());
    CHECK(problems(article) == "date-unparsed:published date-impossible:updated");
    CHECK(article.problems.front().message == "\"soon\" is not read as a date");
}

TEST_CASE("byline, dateline and rights are read out of a body", "[extract]") {
    const auto article =
        complete(draft_with_body("By Jane Doe\n\nCARACAS, Venezuela, Sept 28 (Reuters) - It "
                                 "rained.\n\n\u00A9 2025 Reuters"));
    CHECK(article.byline == "By Jane Doe");
    CHECK(article.authors == std::vector<std::string>{"Jane Doe"});
    CHECK(article.dateline == "CARACAS, Venezuela, Sept 28 (Reuters) -");
    CHECK(article.located == "Caracas");
    CHECK(article.source == "Reuters");
    CHECK(article.copyright == "\u00A9 2025 Reuters");
    CHECK_FALSE(article.published.has_value());
    CHECK(article.body == "It rained.");
}

TEST_CASE("a dateline without day or agency is located too", "[extract]") {
    const auto article = complete(draft_with_body("NEW YORK \u2014 It rained.\n\nIt left."));
    CHECK(article.dateline == "NEW YORK \u2014");
    CHECK(article.located == "New York");
    CHECK(article.body == "It rained.\n\nIt left.");
}

TEST_CASE("what the format states stands against what is found", "[extract]") {
    auto draft = draft_with_body("CARACAS, 3 JAN 90 (AP) -- It rained.");
    draft.article.source = "Example News";
    draft.article.authors = {"Jane Doe"};
    draft.article.byline = "By John Roe, Reuters";
    draft.published = {"1990-01-04"};
    const auto article = complete(draft);
    CHECK(article.source == "Example News");
    CHECK(article.authors == std::vector<std::string>{"Jane Doe"});
    CHECK(article.published->iso() == "1990-01-04");
}

TEST_CASE("a stated dateline is taken off the body, and split where it runs into the text",
          "[extract]") {
    auto draft = draft_with_body("SYDNEY (AAP) - It rained.");
    draft.article.dateline = "Sydney";
    CHECK(complete(draft).body == "It rained.");
    CHECK(complete(draft).dateline == "Sydney");
    draft = draft_with_body("rained.");
    draft.article.dateline = "ANKARA, March 8 - It ";
    CHECK(complete(draft).dateline == "ANKARA, March 8 -");
    CHECK(complete(draft).body == "It rained.");
    draft = draft_with_body("It rained.");
    draft.article.dateline = "KANSAS CITY, Mo. - March 13 -";
    CHECK(complete(draft).dateline == "KANSAS CITY, Mo. - March 13 -");
    CHECK(complete(draft).body == "It rained.");
}

TEST_CASE("keywords and authors are named once", "[extract]") {
    auto draft = draft_with_body("It rained.");
    draft.article.keywords = {"Storm", " storm ", "", "\u00C9tat", "etat"};
    draft.article.authors = {"Jane Doe", "JANE DOE"};
    CHECK(complete(draft).keywords == std::vector<std::string>{"Storm", "\u00C9tat"});
    CHECK(complete(draft).authors == std::vector<std::string>{"Jane Doe"});
}

TEST_CASE("an article that lacks its text says so", "[extract]") {
    core::Draft draft;
    CHECK(problems(complete(draft)) == "empty");
    draft.article.summary = "It rained.";
    CHECK(problems(complete(draft)) == "summary-only:body");
    draft.article.body = "It rained.";
    CHECK(problems(complete(draft)).empty());
    core::Draft brief;
    brief.article.headline = "Storm hits coast";
    CHECK(problems(complete(brief)).empty());
}

TEST_CASE("of our own records nothing is inferred", "[extract]") {
    auto draft = draft_with_body("CARACAS (AP) - It rained.\n\n\u00A9 2025 AP");
    draft.verbatim = true;
    draft.article.byline = "By Jane Doe, AP";
    const auto article = complete(draft);
    CHECK(article.body == "CARACAS (AP) - It rained.\n\n\u00A9 2025 AP");
    CHECK(article.authors.empty());
    CHECK(article.dateline.empty());
    CHECK(article.source.empty());
}

TEST_CASE("given mentions move with the text that is tidied", "[extract]") {
    auto draft = draft_with_body("  In  \tCaracas it rained.");
    draft.verbatim = true;
    draft.article.entities_given = true;
    draft.article.entities = {{.kind = Entity::Kind::place,
                               .name = "Caracas",
                               .mentions = {{Mention::Where::body, 7, 14},
                                            {Mention::Where::body, 90, 99},
                                            {Mention::Where::headline, 0, 5}}}};
    const auto article = complete(draft);
    CHECK(article.body.find("Caracas") == 5);
    CHECK(article.entities[0].mentions ==
          std::vector<Mention>{{Mention::Where::body, 5, 12}, {Mention::Where::headline, 0, 5}});
    CHECK(problems(article) == "mention-outside-text:entities");
}

TEST_CASE("a story set in capitals stays in capitals", "[extract]") {
    core::Draft draft;
    draft.story = "XY-7 (ABC)\n\n   LIMA, 3 JAN 90 (RADIO X) -- IT RAINED.";
    const auto article = complete(draft);
    CHECK(article.guid == "XY-7");
    CHECK(article.headline.empty());
    CHECK(article.body == "IT RAINED.");
    CHECK(article.source == "RADIO X");
    CHECK(article.published->iso() == "1990-01-03");
}

TEST_CASE("newsrooms and agencies in the field for authors are none", "[extract]") {
    for (const std::string name : {"Gazette staff", "From our foreign staff", "AFP"}) {
        CAPTURE(name);
        auto draft = draft_with_body("It rained.");
        draft.article.authors = {name};
        const auto article = complete(draft);
        CHECK(article.authors.empty());
        CHECK(article.byline == name);
    }
    auto draft = draft_with_body("It rained.");
    draft.article.authors = {"Jane Doe", "Association for Better Weather"};
    CHECK(complete(draft).authors == draft.article.authors);
}

TEST_CASE("lines within a paragraph keep their indentation", "[extract]") {
    CHECK(complete(draft_with_body("  High  1\n  Low   2\n\n   Text.")).body ==
          "High  1\n  Low   2\n\nText.");
}
