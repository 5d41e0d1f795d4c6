#include "render/terminal.hpp"

#include <catch2/catch.hpp>

using namespace morgue::render;

TEST_CASE("control characters are made visible", "[render]") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"plain é 日本", "plain é 日本"},
        {"\x1b[2Jgone", "␛[2Jgone"},
        {"bell\a tab\t line\nend\r", "bell␇ tab␉ line␊end␍"},
        {std::string("nul\0", 4), "nul␀"},
        {"\x7f", "␡"},
        {"\u009b2J", "<U+009B>2J"},
        {"txt\u202egpj", "txt<U+202E>gpj"},
        {"\u2066x\u2069", "<U+2066>x<U+2069>"},
        {"\xff", "\uFFFD"},
        {"שלום\u200f", "שלום\u200f"},  // a mark that text from right to left needs
    };
    for (const auto& [text, expected] : cases) CHECK(visible(text) == expected);
}

TEST_CASE("columns are those that a terminal takes", "[render]") {
    const std::vector<std::pair<std::string, std::size_t>> cases{
        {"", 0}, {"abc", 3}, {"日本", 4}, {"e\u0301", 1}, {"\x1b", 1}, {"\u202e", 8}, {"😀", 2},
    };
    for (const auto& [text, expected] : cases) {
        INFO(text);
        CHECK(columns(text) == expected);
    }
}

TEST_CASE("text is cut at a column with an ellipsis", "[render]") {
    CHECK(cut("harbour", 7) == "harbour");
    CHECK(cut("harbour", 6) == "harbo…");
    CHECK(cut("日本語", 5) == "日本…");
    CHECK(cut("日本語", 4) == "日…");
    CHECK(cut("ab", 0) == "");
}

namespace {

std::string wrapped(std::string_view text, std::size_t width) {
    std::string out;
    for (const auto& [begin, end] : wrap(text, width))
        out.append(out.empty() ? "" : "|").append(text.substr(begin, end - begin));
    return out;
}

}  // namespace

TEST_CASE("lines are broken at blanks, long words and CJK anywhere", "[render]") {
    CHECK(wrapped("the tide at Port Elmo rose", 10) == "the tide|at Port|Elmo rose");
    CHECK(wrapped("the tide", 8) == "the tide");
    CHECK(wrapped("the tide rose", 8) == "the tide|rose");
    CHECK(wrapped("a abcdefghij b", 4) == "a|abcd|efgh|ij b");
    CHECK(wrapped("日本語の新聞", 5) == "日本|語の|新聞");
    CHECK(wrapped("e\u0301e\u0301e\u0301 x", 3) == "e\u0301e\u0301e\u0301|x");
    CHECK(wrapped("not at all", 0) == "not at all");
    CHECK(wrapped("", 10) == "");
}

TEST_CASE("no wrapped line is wider than asked", "[render]") {
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += i % 7 == 0 ? " " : i % 11 == 0 ? "日" : i % 5 ? "ab" : "e\u0301";
    for (const std::size_t width : {2, 3, 10, 37})
        for (const auto& [begin, end] : wrap(text, width))
            CHECK(columns(std::string_view(text).substr(begin, end - begin)) <= width);
}

TEST_CASE("matches stand out in colour, over the ends of lines", "[render]") {
    const std::vector<std::pair<std::size_t, std::size_t>> matches{{4, 13}};
    const Style style{.color = true, .terminal = true, .width = 10};
    std::string out;
    paint_lines(out, style, Ink::plain, "> ", "the port elmo tide", matches);
    CHECK(out ==
          "> the \x1b[1;31mport\x1b[0m\n"
          "> \x1b[1;31melmo\x1b[0m\n"
          "> tide\n");
    out.clear();
    paint_lines(out, {}, Ink::headline, "", "the port elmo tide", matches);
    CHECK(out == "the port elmo tide\n");
}

TEST_CASE("numbers are grouped by thousands", "[render]") {
    CHECK(grouped(0) == "0");
    CHECK(grouped(999) == "999");
    CHECK(grouped(1000) == "1,000");
    CHECK(grouped(1234567) == "1,234,567");
}
