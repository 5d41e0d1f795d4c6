#include <catch2/catch.hpp>

#include "formats/reading.hpp"

using namespace morgue::formats;

namespace {

std::string feed(const std::string& items, const std::string& members = {}) {
    return R"({"version":"https://jsonfeed.org/version/1.1",)" + members + R"("items":[)" + items +
           "]}";
}

}  // namespace

TEST_CASE("an item of a JSON feed says what its members say", "[formats]") {
    struct Case {
        std::string item, expected;
    };
    // clang-format off
    const Case cases[] = {
        {R"({"id":"1","url":"http://example.org/1","title":"T","summary":"S"})",
         "headline=T guid=1 url=http://example.org/1 summary=S"},
        {R"({"id":7,"title":"T"})",
         "headline=T guid=7"},
        {R"({"title":"T","content_html":"<p>B</p>","content_text":"B"})",
         "headline=T body_html=<p>B</p>"},
        {R"({"content_text":"B"})",
         "body=B"},
        {R"({"title":"T","author":{"name":"Jane Doe"}})",
         "headline=T authors=Jane Doe"},
        {R"({"title":"T","author":{"name":"Old"},"authors":[{"name":"Jane Doe"},{"url":"x"},{"name":"John Roe"}]})",
         "headline=T authors=Jane Doe; John Roe"},
        {R"({"title":"T","date_published":"2025-06-02T10:00:00Z","date_modified":"2025-06-03"})",
         "headline=T published=2025-06-02T10:00:00Z updated=2025-06-03"},
        {R"({"title":"T","tags":["ferry","tide",3,null],"language":"fr"})",
         "headline=T keywords=ferry; tide; 3 language=fr"},
        {R"({"title":null,"content_text":["x"],"summary":"S","authors":"Jane Doe","tags":"ferry"})",
         "authors=Jane Doe keywords=ferry summary=S"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.item);
        CHECK(read_all(feed(each.item)) == each.expected + "\n");
    }
}

TEST_CASE("what a JSON feed says of itself holds for its items", "[formats]") {
    CHECK(read_all(feed(R"({"title":"T","url":"tide"},{"title":"U","author":{"name":"John Roe"}})",
                        R"("title":"Gazette","home_page_url":"http://example.org/",)"
                        R"("language":"en_GB","authors":[{"name":"Jane Doe"}],)")) ==
          "headline=T url=http://example.org/tide authors=Jane Doe source=Gazette language=en-GB\n"
          "headline=U authors=John Roe source=Gazette language=en-GB\n");
}

TEST_CASE("a broken item of a JSON feed costs itself, a broken end the rest", "[formats]") {
    CHECK(read_all(feed(R"({"title":"T"},{"title":nonsense},{"title":"U"})")) ==
          "headline=T\n[json-broken]\nheadline=U\n");
    CHECK(read_all(feed(R"({"title":"T"},7,{"title":"U"})")) ==
          "headline=T\n[json-broken]\nheadline=U\n");
    CHECK(read_all(R"({"version":"https://jsonfeed.org/version/1","items":[{"title":"T"},{"ti)") ==
          "headline=T\n[json-cut-short!]\n");
    const std::string deep = std::string(100000, '[') + std::string(100000, ']');
    CHECK(read_all(feed(R"({"tags":)" + deep + R"(},{"title":"U"})")) ==
          "[json-broken]\nheadline=U\n");
}
