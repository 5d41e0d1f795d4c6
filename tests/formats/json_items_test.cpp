#include "formats/json_items.hpp"

#include <catch2/catch.hpp>

#include "formats/reading.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

constexpr std::string_view lists[] = {"items"};
constexpr std::string_view wrappers[] = {"data"};

// The items between bars, then the envelope.
std::string items(const std::string& text, JsonShape shape, std::size_t piece) {
    JsonItems source(std::make_unique<StringSource>(text, piece), shape);
    std::string out;
    try {
        while (const auto item = source.next()) out += std::string(*item) + "|";
    } catch (const core::BadInput& error) {
        return out + "[" + error.code() + "]";
    }
    return out + source.envelope();
}

}  // namespace

TEST_CASE("the items of a list in JSON come one by one", "[formats]") {
    struct Case {
        std::string text, expected;
    };
    // clang-format off
    const Case cases[] = {
        {R"({"a":1,"items":[{"b":2},{"c":[3]}],"d":"x"})",  R"({"b":2}|{"c":[3]}|{"a":1,"d":"x"})"},
        {R"({"items":[1,"two" , null]})",                   R"(1|"two"|null|{})"},
        {R"({"items":[]})",                                 "{}"},
        {R"({"items":7})",                                  R"({"items":7})"},
        {R"([ {"b":2} , {"c":3} ])",                        R"({"b":2}|{"c":3}|{})"},
        {R"({"data":{"n":1,"items":[{"b":2}]}})",           R"({"b":2}|{"n":1})"},
        {R"({"x":"]}\"\\","items":["\\\"]",[[]]]})",        R"("\\\"]"|[[]]|{"x":"]}\"\\"})"},
        {R"({"items":[{"b":2},{"c":)",                      R"({"b":2}|[json-cut-short])"},
        {R"({"items":["b)",                                 "[json-cut-short]"},
        {R"({"items":[1)",                                  "1|[json-cut-short]"},
        {R"({"items":[1]}})",                               "1|[json-broken]"},
        {R"({items:[1]})",                                  "[json-broken]"},
        {R"({"items" [1]})",                                "[json-broken]"},
        {std::string("{\"items\":[1,\0,2]}", 17),           "1|[json-broken]"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(items(each.text, {lists, wrappers}, 100000) == each.expected);
        CHECK(items(each.text, {lists, wrappers}, 1) == each.expected);
    }
}

TEST_CASE("objects of JSON one after the other are items", "[formats]") {
    CHECK(items("{\"a\":1}\n{\"b\":{\"items\":[]}}{\"c\":3}\n", {}, 100000) ==
          "{\"a\":1}|{\"b\":{\"items\":[]}}|{\"c\":3}|{}");
    CHECK(items("", {}, 100000) == "{}");
}

TEST_CASE("JSON nested a million deep is passed over as one item", "[formats]") {
    const std::string deep = std::string(1000000, '[') + std::string(1000000, ']');
    CHECK(items("{\"items\":[" + deep + ",1]}", {lists, {}}, 100000) == deep + "|1|{}");
    CHECK(items(std::string(1000000, '['), {}, 100000) == "[json-cut-short]");
}

TEST_CASE("the keys at the beginning of JSON are seen, to the depth wanted", "[formats]") {
    const auto keys = [](std::string_view head, std::size_t depth) {
        std::string out;
        for (const auto key : json_keys(head, depth)) out += std::string(key) + " ";
        return out;
    };
    CHECK(keys(R"([{"a":"b","c":{"d":1},"e":["f"]},{"g":1}])", 1) == "a c e ");
    CHECK(keys(R"({"a":"\":","c":{"d":1)", 2) == "a c d ");
    CHECK(keys("no JSON", 1).empty());
}
