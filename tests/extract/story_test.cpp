#include <catch2/catch.hpp>

#include "extract/extract.hpp"
#include "extract/lines.hpp"

using namespace morgue;
using namespace morgue::extract;

namespace {

// "headline=... body=...", what is known only; paragraphs parted by " / ".
std::string read(std::string_view story, Article article = {}) {
    read_story(story, article);
    std::string out;
    const auto add = [&](std::string_view name, std::string value) {
        for (auto at = value.find("\n\n"); at != value.npos; at = value.find("\n\n"))
            value.replace(at, 2, " / ");
        if (!value.empty()) out += (out.empty() ? "" : " ") + std::string(name) + "=" + value;
    };
    add("guid", article.guid);
    add("headline", article.headline);
    add("deck", article.subheadline);
    add("byline", article.byline);
    add("dateline", article.dateline);
    add("located", article.located);
    add("published", article.published ? article.published->iso() : "");
    add("updated", article.updated ? article.updated->iso() : "");
    add("source", article.source);
    add("copyright", article.copyright);
    for (const auto& keyword : article.keywords) add("keyword", keyword);
    add("body", article.body);
    return out;
}

struct Case {
    std::string_view story, expected;
};

}  // namespace

TEST_CASE("a story is taken apart from the top", "[extract]") {
    // clang-format off
    const Case cases[] = {
        {"Storm hits coast\n\nIt rained.\n\nIt left.",
         "headline=Storm hits coast body=It rained. / It left."},
        {"STORM HITS COAST\n    By Jane Doe, Reuters\n\n    HALIFAX, March 2 - It rained\non all.\n    It left.\n Reuter\n",
         "headline=STORM HITS COAST byline=By Jane Doe, Reuters dateline=HALIFAX, March 2 - located=Halifax body=It rained on all. / It left."},
        {"STORM HITS COAST\n    HALIFAX, March 2 - It rained.\n",
         "headline=STORM HITS COAST dateline=HALIFAX, March 2 - located=Halifax body=It rained."},
        {"Storm hits coast\r\n\r\nBy JANE DOE\r\nStaff Writer\r\nSeptember 3, 2024\r\n\r\nHALIFAX, N.S. (AP) - It rained.\r\n",
         "headline=Storm hits coast byline=By JANE DOE, Staff Writer dateline=HALIFAX, N.S. (AP) - located=Halifax published=2024-09-03 source=AP body=It rained."},
        {"Storm hits coast\n\nLast updated: 3 September 2024\n\nReuters\n\nBy Jane Doe LONDON (Reuters) - It rained.\n\n\u00A9 2024 Reuters",
         "headline=Storm hits coast byline=By Jane Doe dateline=LONDON (Reuters) - located=London updated=2024-09-03 source=Reuters copyright=\u00A9 2024 Reuters body=It rained."},
        {"\uFEFFStorm hits coast\nA deck about the damage\n\nIt rained.",
         "headline=Storm hits coast deck=A deck about the damage body=It rained."},
        {"STORM HITS COAST AND HARMS BOATS,\nHARBOURS AND HOUSES\n\nIt rained.",
         "headline=STORM HITS COAST AND HARMS BOATS, HARBOURS AND HOUSES body=It rained."},
    };
    // clang-format on
    for (const auto& [story, expected] : cases) {
        CAPTURE(story);
        CHECK(read(story) == expected);
    }
}

TEST_CASE("a story may have no headline", "[extract]") {
    // clang-format off
    const Case cases[] = {
        {"XY-0001 (ABCD)\n\n   SAN SALVADOR, 3 JAN 90 -- [TEXT] IT RAINED ON\nALL.\n\n   IT LEFT.",
         "guid=XY-0001 dateline=SAN SALVADOR, 3 JAN 90 -- located=San Salvador published=1990-01-03 body=[TEXT] IT RAINED ON ALL. / IT LEFT."},
        {"HALIFAX, N.S. (AP) - It rained.\n\nIt left.",
         "dateline=HALIFAX, N.S. (AP) - located=Halifax source=AP body=It rained. / It left."},
        {"Just one sentence of text that ends here.",
         "body=Just one sentence of text that ends here."},
        {"The storm hit the coast on Tuesday and left a day later, officials\nsaid. The damage was great.",
         "body=The storm hit the coast on Tuesday and left a day later, officials said. The damage was great."},
    };
    // clang-format on
    for (const auto& [story, expected] : cases) {
        CAPTURE(story);
        CHECK(read(story) == expected);
    }
}

TEST_CASE("a headline may be all there is, or stand right above the text", "[extract]") {
    CHECK(read("Storm hits coast\n") == "headline=Storm hits coast");
    CHECK(read("Storm hits coast\nThe storm hit the coast on Tuesday and left a day later, "
               "officials\nsaid. It rained.") ==
          "headline=Storm hits coast body=The storm hit the coast on Tuesday and left a day later, "
          "officials said. It rained.");
}

TEST_CASE("a block of header lines is read by its keys", "[extract]") {
    CHECK(read("Headline: Storm hits coast\nDate: 3 September 2024\nBy: Jane Doe\n"
               "Source: Example News\nTags: storm; coast\n\nIt rained.") ==
          "headline=Storm hits coast byline=Jane Doe published=2024-09-03 source=Example News "
          "keyword=storm keyword= coast body=It rained.");
    CHECK(read("Summary: a bad year for boats\n\nIt rained.") ==
          "headline=Summary: a bad year for boats body=It rained.");
}

TEST_CASE("a headline that is known is not looked for, nor kept twice", "[extract]") {
    Article article;
    article.headline = "Storm  hits coast";
    CHECK(read("Storm hits coast\n\nIt rained.", article) ==
          "headline=Storm  hits coast body=It rained.");
    CHECK(read("It rained.\n\nIt left.", article) ==
          "headline=Storm  hits coast body=It rained. / It left.");
}

TEST_CASE("hard-wrapped lines are joined, long lines are paragraphs", "[extract]") {
    CHECK(join_paragraphs(lines_of("one\ntwo\n  three\nfour-\nfive\n\n\n\nsix -\nseven")) ==
          "one two\n\nthree four-five\n\nsix - seven");
    const std::string wide(140, 'x');
    CHECK(join_paragraphs(lines_of(wide + "\ny")) == wide + "\n\ny");
    CHECK(join_paragraphs(lines_of("   one\n   two\n\n   three")) == "one two\n\nthree");
}

TEST_CASE("no story, however odd, makes a headline of nothing", "[extract]") {
    for (const std::string_view story : {"", "\n\n\n", "   \t  ", "\uFEFF", "\r\n"}) {
        CAPTURE(story);
        CHECK(read(story).empty());
    }
}
