#include <algorithm>
#include <catch2/catch.hpp>

#include "query/parse.hpp"
#include "search/highlight.hpp"
#include "support/explore_archive.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

using namespace morgue;
using Sort = KwicRequest::Sort;

namespace {

constexpr std::size_t all = 1'000'000;

struct SlowLine {
    std::vector<std::string> left, match, right;  // folded words, those of the left nearest first
    std::string text;
};

// Every match by the highlighter of the search, its context by cutting the text in three.
std::vector<SlowLine> slow_lines(const std::string& query) {
    search::Highlighter highlighter(query::parse(query).expr, {"en", "de"});
    std::vector<SlowLine> out;
    for (const Article& article : explore_archive().found(query))
        for (const std::string& text : {article.headline, article.body})
            for (const auto& [begin, end] : highlighter.ranges(text)) {
                SlowLine line{text::words(text.substr(0, begin)),
                              text::words(text.substr(begin, end - begin)),
                              text::words(text.substr(end)), text::one_line(text)};
                std::reverse(line.left.begin(), line.left.end());
                out.push_back(line);
            }
    return out;
}

std::string printed(const Kwic& kwic) {
    std::string out;
    for (const auto& line : kwic.lines)
        out += line.left + "[" + line.match + "]" + line.right + "\n";
    return out;
}

std::string nth(const std::vector<std::string>& words, std::size_t n) {
    return n < words.size() ? words[n] : "";
}

}  // namespace

TEST_CASE("kwic shows every place that a search highlights", "[explore][kwic]") {
    for (const std::string query : {"price", "\"the price\"", "ferr* OR O'Brien", "person:Finch"}) {
        const Kwic kwic = morgue::kwic(explore_archive().reader(),
                                       {.search = {.query = query}, .window = all, .limit = all});
        std::vector<std::string> fast, slow;
        for (const auto& line : kwic.lines) fast.push_back(line.left + line.match + line.right);
        for (const auto& line : slow_lines(query)) slow.push_back(line.text);
        std::sort(fast.begin(), fast.end());
        std::sort(slow.begin(), slow.end());
        INFO(query);
        CHECK(fast.size() > 20);
        CHECK(fast == slow);
        CHECK(kwic.total == slow.size());
    }
}

TEST_CASE("kwic sorts by the words around a match", "[explore][kwic]") {
    const auto slow = slow_lines("price");
    for (const std::vector<int>& keys : {std::vector<int>{1, 2, 3}, {-1, -2}, {0, 2, -1}}) {
        const auto key = [&](const SlowLine& line) {
            std::vector<std::string> out;
            for (const int k : keys)
                out.push_back(k > 0   ? nth(line.right, std::size_t(k) - 1)
                              : k < 0 ? nth(line.left, std::size_t(-k) - 1)
                                      : line.match.front());
            return out;
        };
        std::vector<std::vector<std::string>> expected;
        for (const auto& line : slow) expected.push_back(key(line));
        std::sort(expected.begin(), expected.end());
        const KwicRequest request{.search = {.query = "price"},
                                  .sort = Sort::words,
                                  .keys = keys,
                                  .window = all,
                                  .limit = all};
        const Kwic kwic = morgue::kwic(explore_archive().reader(), request);
        std::vector<std::vector<std::string>> found;
        for (const auto& line : kwic.lines) {
            SlowLine words{
                text::words(line.left), text::words(line.match), text::words(line.right), {}};
            std::reverse(words.left.begin(), words.left.end());
            found.push_back(key(words));
        }
        CHECK(found == expected);
        KwicRequest few = request;
        few.limit = 17;
        const Kwic first = morgue::kwic(explore_archive().reader(), few);
        CHECK(first.total == expected.size());
        CHECK(first.lines == std::vector(kwic.lines.begin(), kwic.lines.begin() + 17));
    }
}

TEST_CASE("kwic stops at its limit and says so", "[explore][kwic]") {
    const KwicRequest request{.search = {.query = "price"}, .sort = Sort::newest, .limit = 30};
    const Kwic kwic = morgue::kwic(explore_archive().reader(), request);
    CHECK(kwic.lines.size() == 30);
    CHECK_FALSE(kwic.total);
    for (std::size_t i = 1; i < kwic.lines.size(); ++i)
        CHECK(kwic.lines[i].published->first() <= kwic.lines[i - 1].published->first());
}

TEST_CASE("a window counts words, and blanks are kept so that a line can be joined",
          "[explore][kwic]") {
    TempArchive temp;
    temp.take(
        "a.jsonl",
        R"({"body":"One two-three\n\nfour (five) 漢字かな six \u202eseven.","headline":"Five"})");
    const ArchiveReader reader(temp.archive());
    const auto shown = [&](std::size_t window, std::vector<Field::Id> fields) {
        return printed(
            kwic(reader, {.search = {.query = "five"}, .fields = fields, .window = window}));
    };
    CHECK(shown(0, {Field::Id::body}) == "[five]\n");
    CHECK(shown(2, {Field::Id::body}) == "three four ([five]) 漢字か\n");
    CHECK(shown(99, {Field::Id::headline, Field::Id::body}) ==
          "[Five]\nOne two-three four ([five]) 漢字かな six \u202eseven.\n");
    CHECK_THROWS_AS(shown(1, {Field::Id::source}), Error);
    CHECK_THROWS_AS(shown(1, {Field::Id::lead}), Error);
}

TEST_CASE("kwic cuts what is too long, between characters", "[explore][kwic]") {
    TempArchive temp;
    std::string monster;
    for (int i = 0; i < 20'000; ++i) monster += "ä";
    temp.take("a.jsonl", "{\"body\":\"" + monster + " oil " + monster + "\"}\n");
    const Kwic kwic = morgue::kwic(ArchiveReader(temp.archive()), {.search = {.query = "oil"}});
    REQUIRE(kwic.lines.size() == 1);
    CHECK(kwic.lines[0].left.size() <= Kwic::most_bytes);
    CHECK(kwic.lines[0].right.size() <= Kwic::most_bytes);
    CHECK(text::is_valid_utf8(kwic.lines[0].left));
    CHECK(text::is_valid_utf8(kwic.lines[0].right));
}

TEST_CASE("a query of conditions alone has no line to show", "[explore][kwic]") {
    const Kwic kwic =
        morgue::kwic(explore_archive().reader(), {.search = {.query = "source:ledger date:2024"}});
    CHECK(kwic.nothing_to_show);
    CHECK(kwic.lines.empty());
}
