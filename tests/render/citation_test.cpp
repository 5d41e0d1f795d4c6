// Names and keys as programs that manage references want them, and what no document may hold.
#include <catch2/catch.hpp>

#include "render/citation.hpp"
#include "render/clean.hpp"
#include "render/output.hpp"

using namespace morgue;

TEST_CASE("names are parted into family, given and suffix", "[render]") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"Jane Doe", "Doe, Jane"},
        {"Ludwig van Beethoven", "van Beethoven, Ludwig"},
        {"Ursula von der Leyen", "von der Leyen, Ursula"},
        {"Martin Luther King Jr.", "King, Martin Luther, Jr."},
        {"Martin Luther King, Jr.", "King, Martin Luther, Jr."},
        {"Prince", "Prince"},
        {"bell hooks", "hooks, bell"},
        {"  Ada   Quill ", "Quill, Ada"},
        {"王小明", "王小明"},
        {"", ""},
    };
    for (const auto& [name, expected] : cases) {
        CAPTURE(name);
        CHECK(render::inverted(render::split_name(name)) == expected);
    }
}

TEST_CASE("a citation key is ASCII and one of its kind", "[render]") {
    Article article;
    article.id = 7;
    CHECK(render::citation_key(article) == "article-7");
    article.source = "L'Écho de Vaucelles";
    CHECK(render::citation_key(article) == "lechodevaucelles-7");
    article.authors = {"Mateus Brandão"};
    article.published = parse_iso_date("2025-03");
    CHECK(render::citation_key(article) == "brandao2025-7");
    article.authors = {"Пётр Ильич"};
    CHECK(render::citation_key(article) == "lechodevaucelles2025-7");
}

TEST_CASE("BibTeX stays whole whatever an article says", "[render]") {
    Article article;
    article.id = 7;
    article.headline = "{a} \\b $5 & 50% #1 a_b ~ ^\n}";
    article.authors = {"Doe and Sons", "Roe, Inc."};
    article.url = "https://example.org/{a}\\b c";
    article.note = "}}} @misc{";
    std::string out;
    render::bibtex_article(out, article, {}, 0);
    CHECK(
        out ==
        "@misc{sons-7,\n"
        "  author   = {{Doe and Sons} and {Roe, Inc.}},\n"
        "  title    = {\\textbraceleft{}a\\textbraceright{} \\textbackslash{}b \\$5 \\& 50\\% \\#1 "
        "a\\_b \\textasciitilde{} \\textasciicircum{} \\textbraceright{}},\n"
        "  url      = {https://example.org/%7Ba%7D%5Cb%20c},\n"
        "  annote   = {\\textbraceright{}\\textbraceright{}\\textbraceright{} "
        "@misc\\textbraceleft{}},\n"
        "}\n");
}

TEST_CASE("a RIS reference has one tag a line whatever an article says", "[render]") {
    Article article;
    article.id = 7;
    article.headline = "One\r\nER  - \nTY  - JOUR";
    article.published = parse_iso_date("2025");
    std::string out;
    render::ris_article(out, article, {}, 0);
    CHECK(out ==
          "TY  - NEWS\r\nID  - article2025-7\r\nTI  - One ER - TY - JOUR\r\nPY  - 2025\r\n"
          "DA  - 2025///\r\nER  - \r\n\r\n");
}

TEST_CASE("documents hold no control characters, and link to the web alone", "[render]") {
    CHECK(render::clean("a\x1b[2J\tb\nc\x7f\u202E\u0085 d\xFF") == "a[2J\tb\nc d\uFFFD");
    CHECK(render::clean_line("a\r\n b\x01") == "a b");
    CHECK(render::link_to("javascript:alert(1)").empty());
    CHECK(render::link_to("https://example.org/\"><script>") ==
          "https://example.org/%22%3E%3Cscript%3E");
    CHECK(render::link_to("http://example.org/ä?b=1&c=2") == "http://example.org/ä?b=1&c=2");
}
