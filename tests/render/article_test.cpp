// Whole articles as text and as ninjs.
#include <catch2/catch.hpp>

#include "render/output.hpp"

using namespace morgue;

namespace {

Article ferry() {
    Article article;
    article.id = 7, article.path = "a.xml", article.record = 2, article.format = "rss";
    article.guid = "urn:example:7", article.url = "https://example.org/7";
    article.headline = "Ferry delayed", article.subheadline = "Tide to blame";
    article.slugline = "FERRY-DELAY", article.byline = "By Ada Quill";
    article.dateline = "PORT ELMO -", article.located = "Port Elmo";
    article.published = parse_iso_date("2024-03-05T08:30:00Z");
    article.updated = parse_iso_date("2024-03-06");
    article.source = "Gazette", article.section = "News", article.keywords = {"ferries", "tides"};
    article.copyright = "© 2024 Gazette", article.language = "en", article.summary = "It waited.";
    article.body = "A ferry waited for the tide.\n\nOdo Finch was\x1b[2J there.";
    article.entities = {{Entity::Kind::person, "Odo Finch", {}},
                        {Entity::Kind::place, "Port Elmo", {}},
                        {Entity::Kind::person, "Ada Quill", {}}};
    return article;
}

}  // namespace

TEST_CASE("an article as text reads like a page of a paper", "[render]") {
    std::string out;
    render::text_article(out, ferry(), {}, 0);
    CHECK(out ==
          "Ferry delayed\n"
          "Tide to blame\n"
          "By Ada Quill\n"
          "Gazette · News · 2024-03-05 08:30 UTC · updated 2024-03-06\n"
          "https://example.org/7\n"
          "\n"
          "It waited.\n"
          "\n"
          "PORT ELMO -\n"
          "\n"
          "A ferry waited for the tide.\n"
          "\n"
          "Odo Finch was␛[2J there.\n"
          "\n"
          "people\n"
          "  Odo Finch, Ada Quill\n"
          "places\n"
          "  Port Elmo\n"
          "keywords\n"
          "  ferries, tides\n"
          "© 2024 Gazette\n"
          "id 7 · a.xml record 2 (rss)\n");
}

TEST_CASE("an article as ninjs has the properties of the standard", "[render]") {
    std::string out;
    render::ninjs_article(out, ferry(), {}, 0);
    CHECK(
        out ==
        R"({"uri":"urn:example:7","type":"text","firstcreated":"2024-03-05T08:30:00Z",)"
        R"("versioncreated":"2024-03-06","copyrightnotice":"© 2024 Gazette","language":"en",)"
        R"("byline":"By Ada Quill","located":"Port Elmo","headline":"Ferry delayed",)"
        R"("headline_sub":"Tide to blame","slugline":"FERRY-DELAY",)"
        R"("description_text":"It waited.",)"
        R"("body_text":"A ferry waited for the tide.\n\nOdo Finch was\u001b[2J there.",)"
        R"("person":[{"name":"Odo Finch","rel":"mentions"},{"name":"Ada Quill","rel":"mentions"}],)"
        R"("place":[{"name":"Port Elmo","rel":"mentions"}],)"
        R"("subject":[{"name":"News","rel":"section"},{"name":"ferries"},{"name":"tides"}],)"
        R"("infosource":[{"name":"Gazette"}]})"
        "\n");
}

TEST_CASE("an article as ninjs always has a uri, and nothing else that is not known", "[render]") {
    Article article;
    article.id = 7;
    std::string out;
    render::ninjs_article(out, article, {}, 0);
    CHECK(out == R"({"uri":"urn:x-morgue:article:7","type":"text"})"
                 "\n");
}
