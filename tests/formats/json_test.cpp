#include <catch2/catch.hpp>

#include "formats/field_map.hpp"
#include "formats/json_cutter.hpp"
#include "formats/reading.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

std::string values(const std::string& text, std::vector<std::string> path = {},
                   std::size_t piece = 100000, std::size_t longest = 1000) {
    JsonCutter reader(std::make_unique<StringSource>(text, piece), std::move(path), longest);
    std::string out;
    for (;;) {
        try {
            const auto value = reader.next();
            if (!value) return out;
            out += std::string(*value) + "\n";
        } catch (const core::BadRecord& bad) {
            out += bad.code() + "\n";
        } catch (const core::BadInput& bad) {
            return out + bad.code() + "!";
        }
    }
}

std::string mapped(const std::string& text, const std::string& rules) {
    const FieldMap map = FieldMap::parse(rules, "map");
    return read_all(text, "a", {.map = &map});
}

}  // namespace

TEST_CASE("values are cut out of JSON of any shape, in pieces of any size", "[formats]") {
    struct Case {
        std::string text;
        std::vector<std::string> path;
        std::string expected;
    };
    // clang-format off
    const Case cases[] = {
        {R"([{"a":1}, {"b":"]}\"\\"},[3], 4 ,"x,y"])",   {},           "{\"a\":1}\n{\"b\":\"]}\\\"\\\\\"}\n[3]\n4\n\"x,y\"\n"},
        {R"({"a":1})",                                   {},           "{\"a\":1}\n"},
        {"{\"a\":1}\n{\"a\":2}\x1E{\"a\":3}",            {},           "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n"},
        {R"({"n":{"d":[0]},"d":[{"x":[1]},{"x":2}]})",   {"d"},        "{\"x\":[1]}\n{\"x\":2}\n"},
        {R"({"h":{"h":[{"s":{"a":1},"t":0},{"s":5}]}})", {"h","h","s"}, "{\"a\":1}\n5\n"},
        {R"([{"d":7},{"e":8}])",                         {"d"},        "7\n"},
        {R"({"d":{"d":[1,2]}})",                         {"d"},        "{\"d\":[1,2]}\n"},
        {"[]",                                           {},           ""},
        {R"([{"a":1},{"a")",                             {},           "{\"a\":1}\n{\"a\"\njson-broken!"},
        {R"({"d":[1,2)",                                 {"d"},        "1\n2\njson-broken!"},
        {R"({"d" 1})",                                   {"d"},        "json-broken!"},
        {R"({1:2})",                                     {"d"},        "json-broken!"},
        {"]",                                            {},           "json-broken!"},
        {":::",                                          {},           "json-broken!"},
    };
    // clang-format on
    for (const Case& each : cases)
        for (const std::size_t piece : {1u, 4u, 100000u}) {
            INFO(each.text);
            CHECK(values(each.text, each.path, piece) == each.expected);
        }
}

TEST_CASE("a value beyond all measure costs itself alone", "[formats]") {
    const std::string large = "{\"a\":\"" + std::string(500000, 'x') + "\"}";
    CHECK(values("[1," + large + ",2]") == "1\nrecord-too-long\n2\n");
    CHECK(values("{\"n\":" + large + ",\"d\":[2]}", {"d"}) == "2\n");
}

TEST_CASE("JSON nested a million deep is read in bounded time and memory", "[formats]") {
    const std::string deep(1000000, '[');
    CHECK(values(deep) == "record-too-long\njson-broken!");
    std::string keys;
    for (int i = 0; i < 300000; ++i) keys += "{\"a\":";
    CHECK(read_all(keys, "a.json") == "[unknown-format!]\n");
    CHECK(mapped("[{\"t\":" + deep + "}]", "headline = t\n").starts_with("[json-broken"));
}

TEST_CASE("records are found in JSON by the usual names", "[formats]") {
    struct Case {
        std::string text, expected;
    };
    // clang-format off
    const Case cases[] = {
        {R"([{"title":"A","text":"T","author":["Ada Finch","Ben Roe"],"publishedAt":1709640000000}])",
         "headline=A authors=Ada Finch; Ben Roe published=2024-03-05T12:00:00Z body=T\n"},
        {R"({"status":"ok","articles":[{"source":{"id":1,"name":"Post"},"title":"A","content":"T"}]})",
         "headline=A source=Post body=T\n"},
        {R"({"response":{"docs":[{"headline":{"main":"A"},"byline":{"original":"By Ada Finch"}}]}})",
         "headline=A byline=By Ada Finch\n"},
        {R"([{"id":3,"link":"u","title":{"rendered":"A"},"content":{"rendered":"<p>T</p>"}}])",
         "headline=A guid=3 url=u body_html=<p>T</p>\n"},
        {R"({"title":"A","authors":[{"name":"Ada Finch"},{"name":"Ben Roe"}],"body":"T"})",
         "headline=A authors=Ada Finch; Ben Roe body=T\n"},
        {"{\"title\":\"A\"}\nbroken\n\n{\"title\":\"B\"}\n[]\n",
         "headline=A\n[json-broken]\nheadline=B\n"},
        {"{\"_source\":{\"title\":\"A\"}}\n{\"_source\":{\"title\":\"B\"}}\n",
         "headline=A\nheadline=B\n"},
        {R"([{"title":"A"},17,{"title":"B"}])", "headline=A\n[json-type]\nheadline=B\n"},
        {R"([{"a":1}])",                        "[unknown-format!]\n"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(read_all(each.text) == each.expected);
    }
}

TEST_CASE("rules name places in JSON", "[formats]") {
    const std::string text =
        R"({"r":{"d":[{"m":{"t":"Mill","who":[{"n":"Ada","s":"Finch"},{"n":"Ben"}]},)"
        R"("parts":[{"k":"p","v":"One."},{"k":"img","v":"x.png"},{"k":"p","v":"Two."}],)"
        R"("tags":"a / b","v":[{"h":"first"},{"h":"last"}],"a.b":true}]}})";
    CHECK(mapped(text,
                 "records = r.d\nheadline = nope | m.t\nauthors = m.who[].n\n"
                 "body = parts[k=p].v\nkeywords = tags : split \"/\"\nguid = v[1].h\n"
                 "source = \"The \" + m.t + \" Post\"\nsummary = `a.b`\nurl = \"u/\" + nope\n") ==
          "headline=Mill guid=last authors=Ada; Ben source=The Mill Post keywords=a; b "
          "summary=true body=One.\n\nTwo.\n");
}
