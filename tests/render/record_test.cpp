#include "render/record.hpp"

#include <catch2/catch.hpp>

using namespace morgue;

namespace {

std::string record(const Article& article) {
    std::string out;
    render::JsonWriter json(out);
    render::write_record(json, article);
    return out;
}

}  // namespace

TEST_CASE("an article of which nothing is known is a record of nulls and empty arrays",
          "[render]") {
    CHECK(record({}) ==
          R"({"v":1,"id":null,"path":null,"record":0,"format":null,"guid":null,"url":null,)"
          R"("headline":null,"subheadline":null,"slugline":null,"byline":null,"authors":[],)"
          R"("dateline":null,"located":null,"published":null,"updated":null,"source":null,)"
          R"("copyright":null,"section":null,"keywords":[],"language":null,"summary":null,)"
          R"("body":null,"entities":[],"problems":[]})");
}

TEST_CASE("a record holds the keys of an article in the order of the contract", "[render]") {
    Article article;
    article.id = 7;
    article.path = "a.xml", article.record = 2, article.format = "rss";
    article.guid = "g", article.url = "u", article.headline = "h", article.subheadline = "s";
    article.slugline = "l", article.byline = "By A B", article.authors = {"A B"};
    article.dateline = "D -", article.located = "D";
    article.published = parse_iso_date("2025-09-28T10:00:00+02:00");
    article.updated = parse_iso_date("2025-10");
    article.source = "S", article.copyright = "C", article.section = "X";
    article.keywords = {"k", "m"}, article.language = "en", article.summary = "y";
    article.body = "one\n\ntwo";
    article.problems = {{"date-unparsed", "published", "not a date", "", 0, 0}};
    CHECK(record(article) ==
          R"({"v":1,"id":7,"path":"a.xml","record":2,"format":"rss","guid":"g","url":"u",)"
          R"("headline":"h","subheadline":"s","slugline":"l","byline":"By A B","authors":["A B"],)"
          R"("dateline":"D -","located":"D","published":"2025-09-28T10:00:00+02:00",)"
          R"("updated":"2025-10","source":"S","copyright":"C","section":"X","keywords":["k","m"],)"
          R"("language":"en","summary":"y","body":"one\n\ntwo","entities":[],)"
          R"("problems":[{"code":"date-unparsed","field":"published","message":"not a date"}]})");
}

TEST_CASE("mentions are counted in code points of their own field", "[render]") {
    Article article;
    article.headline = "Élu: Odo";
    article.body = "Hé, Odo et Odo";
    using Where = Mention::Where;
    article.entities = {{Entity::Kind::person,
                         "Odo",
                         {{Where::headline, 6, 9}, {Where::body, 5, 8}, {Where::body, 12, 99}}}};
    const std::string text = record(article);
    CHECK(text.substr(text.find("\"entities\"")) ==
          R"("entities":[{"type":"person","name":"Odo","mentions":[)"
          R"({"field":"headline","start":5,"end":8},{"field":"body","start":4,"end":7},)"
          R"({"field":"body","start":11,"end":14}]}],"problems":[]})");
}

TEST_CASE("a line of the report says what became of a record", "[render]") {
    std::string out;
    render::append_report_line(out, {"a", 3, "g", RecordOutcome::Status::duplicate, "", ""});
    render::append_report_line(out,
                               {"b", 0, "", RecordOutcome::Status::failed, "empty", "no \"text\""});
    CHECK(
        out ==
        R"({"path":"a","record":3,"guid":"g","status":"duplicate","code":null,"message":null})"
        "\n"
        R"({"path":"b","record":0,"guid":null,"status":"failed","code":"empty","message":"no \"text\""})"
        "\n");
}
