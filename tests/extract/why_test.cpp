#include <catch2/catch.hpp>

#include "extract/ladder.hpp"
#include "reading_pages.hpp"

using namespace morgue;
using namespace morgue::extract;

namespace {

// "rule: text | not rule: text"
std::string why(const Article& article, std::string_view field) {
    for (const auto& origin : article.origins) {
        if (origin.field != field) continue;
        std::string out = origin.given.rule + ": " + origin.given.text;
        for (const auto& rival : origin.rivals) out += " | not " + rival.rule + ": " + rival.text;
        return out;
    }
    return "";
}

Article explained(core::Draft draft) {
    draft.why = true;
    return complete(std::move(draft));
}

core::Draft page_draft(const std::string& page) {
    core::Draft draft;
    draft.page = page;
    return draft;
}

}  // namespace

TEST_CASE("the rule that gave a field of a page is told, with its rivals", "[extract][why]") {
    const auto article = explained(
        page_draft("<html lang=en><head><title>Harbour shut | The Paper</title>"
                   "<meta property='article:published_time' content='2021-05-03'></head><body>"
                   "<h1>Harbour shut</h1><time datetime='2021-05-04'>Tuesday</time>" +
                   story_html));
    CHECK(why(article, "headline") ==
          "heading that begins the title: Harbour shut | not <title>: Harbour shut | The Paper");
    CHECK(why(article, "published") ==
          "meta element: article:published_time 2021-05-03 | not <time> below the headline: "
          "2021-05-04");
    CHECK(why(article, "language") == "html lang: en");
    CHECK(why(article, "body").starts_with("main text of the page: The harbour of"));
}

TEST_CASE("the step that filled a field of a plain story is told", "[extract][why]") {
    core::Draft draft;
    draft.story =
        "Storm hits coast\n\nBy Jane Doe\n\nCARACAS, Sept 28, 2024 (Reuters) - It rained.\n\n"
        "It left.\n\n(c) 2024 Reuters\n";
    const auto article = explained(draft);
    CHECK(why(article, "headline") == "first lines: Storm hits coast");
    CHECK(why(article, "byline") == "line below the headline: By Jane Doe");
    CHECK(why(article, "authors") == "names in the byline: Jane Doe");
    CHECK(why(article, "located") == "dateline that begins the text: Caracas");
    CHECK(why(article, "copyright") == "rights line that ends the text: (c) 2024 Reuters");
}

TEST_CASE("what a format states is said to be stated", "[extract][why]") {
    core::Draft draft;
    draft.article.headline = "Storm hits coast";
    draft.article.body = "It rained.";
    draft.published = {"3 September 2024"};
    const auto article = explained(draft);
    CHECK(why(article, "headline") == "stated by the format: Storm hits coast");
    CHECK(why(article, "published") == "stated by the format: 2024-09-03");
}

TEST_CASE("nothing is noted where nobody asks", "[extract][why]") {
    CHECK(complete(page_draft("<title>Harbour shut</title>" + story_html)).origins.empty());
}

TEST_CASE("only the first rule that finds something is tried where nobody asks", "[extract][why]") {
    int tried = 0;
    const auto rule = [&](std::string text) { return [&tried, text] { return ++tried, text; }; };
    TextLadder ladder("headline", nullptr);
    ladder.rung("none", rule(""));
    ladder.rung("first", rule("a"));
    ladder.rung("second", rule("b"));
    CHECK(ladder.take() == "a");
    CHECK(tried == 2);
}

TEST_CASE("rules that read the same are no rivals, and a text is cut where it is long",
          "[extract][why]") {
    Origins origins;
    note(&origins, "headline", "one", "a");
    note(&origins, "headline", "two", "a");
    note(&origins, "headline", "three", std::string(2'000, 'x'));
    supersede(&origins, "headline", "four", "b");
    REQUIRE(origins.size() == 1);
    CHECK(origins[0].given == Reading{"four", "b"});
    REQUIRE(origins[0].rivals.size() == 2);
    CHECK(origins[0].rivals[0] == Reading{"one", "a"});
    CHECK(origins[0].rivals[1].text.size() < 400);
}
