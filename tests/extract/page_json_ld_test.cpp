#include "extract/page_json_ld.hpp"

#include <catch2/catch.hpp>

using namespace morgue::extract;
using Names = std::vector<std::string>;

namespace {

LinkedData read(const std::string& script) {
    return read_linked_data({script});
}

}  // namespace

TEST_CASE("an article in JSON-LD is found in every shape", "[extract][page]") {
    const auto script = GENERATE(
        as<std::string>{}, R"({"@type":"NewsArticle","headline":"Harbour closed"})",
        R"([{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Harbour closed"}])",
        R"({"@graph":[{"@type":"Person"},{"@type":["Article","Thing"],"headline":"Harbour closed"}]})",
        R"({"@type":"WebPage","mainEntity":{"@type":"Report","headline":"Harbour closed"}})",
        R"({"@type":"https://schema.org/BlogPosting","headline":"Harbour closed"})",
        R"({"@type":"NewsArticle","headline":"Harbour &#99;losed"})");
    CAPTURE(script);
    CHECK(read(script).is_article);
    CHECK(read(script).headline == "Harbour closed");
}

TEST_CASE("broken JSON-LD is mended", "[extract][page]") {
    const auto script = GENERATE(
        as<std::string>{}, "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Harbour closed\"} -->",
        "\n//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Harbour closed\"}\n//]]>",
        "<![CDATA[ {\"@type\":\"NewsArticle\",\"headline\":\"Harbour closed\"} ]]>",
        "{\"@type\":\"NewsArticle\",\"headline\":\"Harbour\nclosed\",}",
        "{\"@type\":\"NewsArticle\",\"headline\":\"Harbour closed\"};",
        "{\"headline\":\"Harbour closed\",\"text\":\"a \"quoted\" word\"}",
        "{\"headline\":\"Harbour \\u0063losed\" \"missing\": comma}");
    CAPTURE(script);
    CHECK(read(script).headline == "Harbour closed");
}

TEST_CASE("authors in JSON-LD are persons, where there is one", "[extract][page]") {
    const auto [author, expected] = GENERATE(table<std::string, Names>({
        {R"("Jane Doe")", {"Jane Doe"}},
        {R"({"@type":"Person","name":"Jane Doe"})", {"Jane Doe"}},
        {R"([{"@type":"Person","name":"Jane Doe"},{"name":"John Roe"}])", {"Jane Doe", "John Roe"}},
        {R"([{"@type":"Organization","name":"The Paper"},{"name":"Jane Doe"}])", {"Jane Doe"}},
        {R"({"@type":"Organization","name":"The Paper"})", {"The Paper"}},
        {R"({"@type":"Person","name":["Jane Doe","John Roe"]})", {"Jane Doe", "John Roe"}},
        {R"({"@id":"#jane"})", {"Jane Doe"}},
        {"null", {}},
        {"7", {}},
    }));
    CAPTURE(author);
    CHECK(read(R"([{"@type":"Article","author":)" + author +
               R"(},{"@type":"Person","@id":"#jane","name":"Jane Doe"}])")
              .authors == expected);
}

TEST_CASE("the dates of the page stand in for those of its article", "[extract][page]") {
    const LinkedData data = read(R"({"@graph":[{"@type":"Article","headline":"x"},
        {"@type":"WebPage","datePublished":"2021-05-03","dateModified":"2021-05-04"}]})");
    CHECK(data.published == "2021-05-03");
    CHECK(data.modified == "2021-05-04");
}

TEST_CASE("JSON-LD that is no JSON, or too deep, is passed over", "[extract][page]") {
    const auto script = GENERATE(as<std::string>{}, "", "{", "]", "var x = 1;",
                                 std::string(100'000, '['), "{\"a\":\"\\");
    CHECK(read(script).headline.empty());
}
