#include "render/json_writer.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "text/utf8.hpp"

using namespace morgue;

TEST_CASE("text in JSON is escaped, valid, and harmless on a terminal", "[render]") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", R"("")"},
        {"plain", R"("plain")"},
        {"a \"b\" \\c", R"("a \"b\" \\c")"},
        {"one\ntwo\r\tthree", R"("one\ntwo\r\tthree")"},
        {std::string("\0\x1b[31m\x7f", 7), R"("\u0000\u001b[31m\u007f")"},
        {"\u009b2J", R"("\u009b2J")"},  // CSI in one character
        {"a\u202eb", R"("a\u202eb")"},  // turns what follows round
        {"日本 é 😀", R"("日本 é 😀")"},
        {"bad \xff byte \xe6\x97", "\"bad \uFFFD byte "},  // what is cut short, too
    };
    for (const auto& [text, expected] : cases) {
        std::string out;
        render::append_json_string(out, text);
        CHECK(text::is_valid_utf8(out));
        CHECK(out.substr(0, expected.size()) == expected);
    }
}

TEST_CASE("brackets, commas and indentation", "[render]") {
    const auto write = [](render::JsonWriter json) {
        json.open('{').key("a").open('[').number(std::uint64_t(1)).null().boolean(true).close(']');
        json.key("b").open('{').close('}').key("c").texts({"x", "y"}).key("d").known("").close('}');
    };
    std::string line, indented;
    write(render::JsonWriter(line));
    write(render::JsonWriter(indented, render::JsonWriter::Layout::indented));
    CHECK(line == R"({"a":[1,null,true],"b":{},"c":["x","y"],"d":null})");
    CHECK(indented ==
          "{\n  \"a\": [\n    1,\n    null,\n    true\n  ],\n  \"b\": {},\n"
          "  \"c\": [\n    \"x\",\n    \"y\"\n  ],\n  \"d\": null\n}");
}

TEST_CASE("a number is as short as it can be, and never one that JSON lacks", "[render]") {
    const std::vector<std::pair<double, std::string>> cases{
        {12.3, "12.3"},
        {0, "0"},
        {1.0 / 3, "0.3333333333333333"},
        {std::numeric_limits<double>::infinity(), "null"},
        {std::numeric_limits<double>::quiet_NaN(), "null"},
    };
    for (const auto& [number, expected] : cases) {
        std::string out;
        render::JsonWriter(out).number(number);
        CHECK(out == expected);
    }
}

TEST_CASE("byte offsets become code points as if counted from the start", "[render]") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "aé日😀\xff";
    for (const std::string& sample : {std::string(), std::string("ascii only"), text}) {
        const render::CodePoints points(sample);
        for (std::size_t at = 0, count = 0; at <= sample.size(); ++count) {
            CHECK(points.before(at) == count);
            if (at == sample.size()) break;
            text::decode(sample, at);
        }
        CHECK(points.before(sample.size() + 50) == points.before(sample.size()));
    }
}
