#include "search/snippet.hpp"

#include <catch2/catch.hpp>

#include "query/parse.hpp"

using namespace morgue;

namespace {

search::Highlighter highlighter(const std::string& query,
                                const std::vector<index::Widening>& widenings = {}) {
    return search::Highlighter(query::parse(query).expr, {"en"}, widenings);
}

std::string marked(std::string text,
                   const std::vector<std::pair<std::size_t, std::size_t>>& ranges) {
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        text.insert(range->second, "]");
        text.insert(range->first, "[");
    }
    return text;
}

std::string shown(const std::string& query, const std::string& text) {
    auto highlight = highlighter(query);
    const Snippet snippet = search::snippet(text, highlight);
    return marked(snippet.text, snippet.matches);
}

std::string highlighted(const std::string& query, const std::string& text,
                        const std::vector<index::Widening>& widenings = {}) {
    auto highlight = highlighter(query, widenings);
    return marked(text, highlight.ranges(text));
}

std::string sentences(int count, const std::string& text) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text + " ";
    return out;
}

}  // namespace

TEST_CASE("every kind of match is highlighted where it stands", "[search][snippet]") {
    struct {
        std::string query, text, expected;
    } const cases[] = {
        {"tide", "Tides rose; the tide's height, Tidal.",
         "[Tides] rose; the [tide's] height, Tidal."},
        {"=tide", "Tides, TIDE.", "Tides, [TIDE]."},
        {"\"port elmo\"", "Port of Elmo, at Port Elmo. Elmo", "Port of Elmo, at [Port Elmo]. Elmo"},
        {"\"port elmo\"~4", "Elmo has a port", "[Elmo] has a [port]"},
        {"harb*", "Harbour and harbinger; unharboured", "[Harbour] and [harbinger]; unharboured"},
        {"*bour", "Harbour, labour, bourn", "[Harbour], [labour], bourn"},
        {"te?t", "text tests test", "[text] tests [test]"},
        {"us", "The U.S. and US; bus", "The [U.S]. and [US]; bus"},
        {"elan", "L'élan, Élan", "L'[élan], [Élan]"},
        {"die", "They were dying and died.", "They were [dying] and [died]."},
        {"person:\"Odo Finch\"", "Odo said: Odo Finch", "Odo said: [Odo Finch]"},
        {"tide NOT ferry", "tide, ferry", "[tide], ferry"},
        {"brien", "O'Brien and Brien", "O'Brien and [Brien]"},
        {"\xE6\xBD\xAE\xE6\xB1\x90\xE6\xB8\xAF", "在潮汐港口", "在[潮汐港]口"},
        {"source:gazette", "the gazette", "the gazette"},
    };
    for (const auto& [query, text, expected] : cases) {
        INFO(query);
        CHECK(highlighted(query, text) == expected);
    }
}

TEST_CASE("the words that a fuzzy word was found to stand for are highlighted",
          "[search][snippet]") {
    CHECK(highlighted("harbur~1", "the harbour, a harp", {{"harbur~1", {"harbour"}, 1}}) ==
          "the [harbour], a harp");
}

TEST_CASE("the densest passage is shown, from the start of its sentence to an end",
          "[search][snippet]") {
    const std::string filler = sentences(30, "Nothing of note was said about it at all.");
    CHECK(
        shown("tide ferry", "A tide. " + filler + "The ferry met the tide at noon. " + filler) ==
        "The [ferry] met the [tide] at noon. Nothing of note was said about it at all. Nothing of "
        "note was said about it at all. Nothing of note was said about it at all.");
    CHECK(shown("tide", "A tide. " + filler + "The tide, the tide.") == "The [tide], the [tide].");
}

TEST_CASE("a passage that is cut says so", "[search][snippet]") {
    std::string words;
    for (int i = 0; i < 60; ++i) words += "word" + std::to_string(i) + " ";
    const std::string text = shown("tide", words + "tide " + words);
    CHECK(text.starts_with("… word54 "));
    CHECK(text.ends_with(" word24 …"));
    CHECK(text.find("[tide]") != text.npos);
}

TEST_CASE("without a match the beginning is shown, an empty text gives nothing",
          "[search][snippet]") {
    CHECK(shown("tide", "“Short news.”\n\nMore of it.") == "“Short news.” More of it.");
    CHECK(shown("tide", "").empty());
    CHECK(shown("tide", " ... \n").empty());
}

TEST_CASE("hostile text costs bounded time and stays UTF-8", "[search][snippet]") {
    const std::string endless(3'000'000, 'x'), broken(100'000, '\xC3');
    CHECK(shown("x* y", endless).size() < 4'000);
    CHECK(shown("tide", endless + " tide").find("[tide]") != std::string::npos);
    CHECK_NOTHROW(shown("c*", broken));
    std::string wide;
    for (int i = 0; i < 100'000; ++i) wide += "\xE6\xBD\xAE";
    CHECK(shown("\xE6\xBD\xAE", wide).size() < 4'000);
}
