// The search answer in each format.
#include <catch2/catch.hpp>

#include "render/output.hpp"

using namespace morgue;

namespace {

Hit full_hit() {
    Hit hit;
    hit.id = 7, hit.score = 12.5, hit.guid = "g-7", hit.headline = "Élan at sea";
    hit.headline_matches = {{9, 12}};
    hit.byline = "By Ada Quill", hit.authors = {"Ada Quill", "Odo Finch"};
    hit.published = parse_iso_date("2024-03-05T08:30:15+01:00");
    hit.source = "Gazette, The", hit.url = "https://example.org/7", hit.path = "a.xml";
    hit.record = 2, hit.copies = 1;
    hit.snippet = {"Été: the sea, the \"sea\"", {{11, 14}, {21, 24}}};
    return hit;
}

SearchResult two_hits() {
    SearchResult result;
    result.total = 412;
    result.hits = {full_hit(), Hit{}};
    result.hits[1].id = 9;
    result.facets = {{Field::Id::person, false, 96, {{"Nicolás Maduro", 41}, {"Odo", 4}}}};
    return result;
}

std::string printed(std::string_view format, const SearchRequest& request,
                    const SearchResult& result, render::Style style = {}) {
    std::string out;
    render::find_output_format(format)->answer(out, {request, result, style});
    return out;
}

}  // namespace

TEST_CASE("the answer as JSON has every key of the contract, ranges in code points", "[render]") {
    SearchRequest request;
    request.query = "é \"sea", request.first = 10;
    SearchResult result = two_hits();
    result.problems = {{"unclosed-quote", "", "the quote is not closed", "close it", 3, 7}};
    CHECK(
        printed("json", request, result) ==
        R"({"v":1,"query":"é \"sea","total":412,"total_exact":true,"offset":10,"hits":[)"
        R"({"id":7,"score":12.5,"headline":"Élan at sea","byline":"By Ada Quill",)"
        R"("authors":["Ada Quill","Odo Finch"],"published":"2024-03-05T08:30:15+01:00",)"
        R"("source":"Gazette, The","url":"https://example.org/7","path":"a.xml","record":2,)"
        R"("copies":1,"snippet":{"text":"Été: the sea, the \"sea\"","matches":[[9,12],[19,22]]}},)"
        R"({"id":9,"score":0,"headline":null,"byline":null,"authors":[],"published":null,)"
        R"("source":null,"url":null,"path":null,"record":0,"copies":0,)"
        R"("snippet":{"text":"","matches":[]}}],)"
        R"("facets":{"person":{"exact":false,"distinct":96,"buckets":[)"
        R"({"value":"Nicolás Maduro","count":41},{"value":"Odo","count":4}]}},)"
        R"("did_you_mean":null,"problems":[{"code":"unclosed-quote",)"
        R"("message":"the quote is not closed","column":3,"hint":"close it"}]})"
        "\n");
}

TEST_CASE("a suggestion is printed in JSON only when there is one", "[render]") {
    SearchResult result;
    result.did_you_mean = "parliament";
    result.total_is_exact = false;
    CHECK(printed("json", {}, result) ==
          R"({"v":1,"query":"","total":0,"total_exact":false,"offset":0,"hits":[],"facets":{},)"
          R"("did_you_mean":"parliament","problems":[]})"
          "\n");
}

TEST_CASE("the answer as text shows headline, origin, snippet, facets and total", "[render]") {
    SearchRequest request;
    request.first = 10;
    CHECK(printed("text", request, two_hits()) ==
          "Élan at sea\n"
          "  2024-03-05 08:30 +01:00 · Gazette, The · By Ada Quill · id 7 · +1 copy\n"
          "  Été: the sea, the \"sea\"\n"
          "\n"
          "(no headline)\n"
          "  id 9\n"
          "\n"
          "person  96 values, counts are estimates\n"
          "  Nicolás Maduro  41  ████████████████████\n"
          "  Odo              4  ██\n"
          "\n"
          "11 to 12 of 412 articles\n");
}

TEST_CASE("the answer on a terminal is wrapped and coloured", "[render]") {
    SearchResult result;
    result.total = 1;
    result.hits = {full_hit()};
    result.hits[0].byline.clear();
    CHECK(printed("text", {}, result, {.color = true, .terminal = true, .width = 20}) ==
          "\x1b[1mÉlan at \x1b[0m\x1b[1;31msea\x1b[0m\n"
          "  \x1b[2m2024-03-05 08:30\x1b[0m\n"
          "  \x1b[2m+01:00 · Gazette,\x1b[0m\n"
          "  \x1b[2mThe · id 7 · +1\x1b[0m\n"
          "  \x1b[2mcopy\x1b[0m\n"
          "  Été: the \x1b[1;31msea\x1b[0m, the\n"
          "  \"\x1b[1;31msea\x1b[0m\"\n"
          "\n"
          "\x1b[2m1 article\x1b[0m\n");
}

TEST_CASE("the total says what was counted", "[render]") {
    const auto total = [](std::size_t count, bool exact, std::size_t shown) {
        SearchResult result;
        result.total = count, result.total_is_exact = exact;
        result.hits.resize(shown);
        const std::string text = printed("text", {}, result);
        return text.substr(text.rfind('\n', text.size() - 2) + 1);
    };
    CHECK(total(1, true, 0) == "1 article\n");
    CHECK(total(2, true, 2) == "2 articles\n");
    CHECK(total(1234, false, 10) == "1 to 10 of about 1,234 articles\n");
    CHECK(total(5, true, 1) == "number 1 of 5 articles\n");
}

TEST_CASE("CSV quotes what RFC 4180 asks for and defuses formulas", "[render]") {
    SearchResult result;
    result.hits = {full_hit()};
    result.hits[0].headline = "=1+1";
    result.hits[0].byline = "@home\r\n-x";
    CHECK(
        printed("csv", {}, result) ==
        "id,score,published,headline,byline,authors,source,guid,url,path,record,copies,snippet\r\n"
        "7,12.5,2024-03-05T08:30:15+01:00,'=1+1,\"'@home\r\n-x\",Ada Quill; Odo Finch,"
        "\"Gazette, The\",g-7,https://example.org/7,a.xml,2,1,\"Été: the sea, the "
        "\"\"sea\"\"\"\r\n");
}

TEST_CASE("TSV has no tab or line end within a cell", "[render]") {
    SearchResult result;
    result.hits = {Hit{}};
    result.hits[0].headline = "+a\tb\nc";
    const std::string out = printed("tsv", {}, result);
    CHECK(out.substr(out.find('\n') + 1) == "0\t0\t\t'+a b c\t\t\t\t\t\t\t0\t0\t\n");
}

TEST_CASE("tables on a terminal have their control characters made visible", "[render]") {
    SearchResult result;
    result.hits = {Hit{}};
    result.hits[0].headline = "\x1b[2J";
    const render::Style terminal{.terminal = true, .width = 80};
    CHECK(printed("csv", {}, result).find('\x1b') != std::string::npos);
    CHECK(printed("csv", {}, result, terminal).find('\x1b') == std::string::npos);
    CHECK(printed("tsv", {}, result, terminal).find('\x1b') == std::string::npos);
}

TEST_CASE("ids are printed a line each", "[render]") {
    CHECK(printed("ids", {}, two_hits()) == "7\n9\n");
}

TEST_CASE("facets as CSV have a row for each value", "[render]") {
    std::string out;
    render::find_output_format("csv")->facets(out, {SearchRequest{}, two_hits(), {}});
    CHECK(out ==
          "facet,value,count,exact\r\n"
          "person,Nicolás Maduro,41,false\r\n"
          "person,Odo,4,false\r\n");
}

TEST_CASE("every format prints an answer or whole articles", "[render]") {
    for (const auto& format : render::output_formats()) {
        INFO(format.name);
        CHECK((format.answer || format.article));
    }
    CHECK(render::find_output_format("xml") == nullptr);
}
