// The order of hits, from articles to answer.
#include <catch2/catch.hpp>

#include "support/temp_archive.hpp"

using namespace morgue;

namespace {

std::string article(const std::string& guid, const std::string& headline, const std::string& body,
                    const std::string& published = "") {
    return R"({"guid":")" + guid + R"(","headline":")" + headline + R"(","body":")" + body + "\"" +
           (published.empty() ? "" : R"(,"published":")" + published + "\"") + "}\n";
}

std::string filler(int words, const std::string& word = "filler") {
    std::string out;
    for (int i = 0; i < words; ++i) out += word + std::to_string(i) + " ";
    return out;
}

// The guids in order, parted by blanks.
std::string order(const TempArchive& temp, SearchRequest request) {
    std::string out;
    for (const Hit& hit : ArchiveReader(temp.archive()).search(request).hits)
        out += (out.empty() ? "" : " ") + hit.guid;
    return out;
}

SearchRequest any(const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.match = SearchRequest::Match::any;
    return request;
}

}  // namespace

TEST_CASE("a word of the headline counts more", "[search][ranking]") {
    TempArchive temp;
    temp.take("a.jsonl", article("body", "Quiet", "the tide " + filler(20)) +
                             article("head", "The tide", "quiet it was " + filler(20)));
    CHECK(order(temp, {.query = "tide"}) == "head body");
}

TEST_CASE("neighbours of the query that stand near each other are better", "[search][ranking]") {
    TempArchive temp;
    const std::string before = filler(60), between = filler(20, "other");
    temp.take("a.jsonl", article("far", "One", before + "harbour " + between + "master") +
                             article("near", "Two", before + between + "harbour master"));
    CHECK(order(temp, {.query = "harbour master"}) == "near far");
    CHECK(order(temp, any("harbour master")) == "near far");
}

TEST_CASE("a question finds what has the words as typed first, stop words alone find nothing",
          "[search][ranking]") {
    TempArchive temp;
    temp.take("a.jsonl", article("stem", "One", "the boat was painting tides " + filler(9)) +
                             article("typed", "Two", "the boat was painted tide " + filler(9)) +
                             article("none", "Three", "what the cat was " + filler(9)));
    CHECK(order(temp, any("what is the painted tide")) == "typed stem");
    CHECK(order(temp, any("what was the")) == "none stem typed");
}

TEST_CASE("letters that stand alone in a question find the abbreviation", "[search][ranking]") {
    TempArchive temp;
    temp.take("a.jsonl", article("us", "One", "The U.S. budget") +
                             article("letters", "Two", "u boats s hooks"));
    CHECK(order(temp, any("u s")) == "us");
}

TEST_CASE("equals come newest first, then by id, on every page", "[search][ranking]") {
    TempArchive temp;
    std::string articles;
    for (int i = 0; i < 40; ++i)
        articles += article("g" + std::to_string(i), "Same", "tide rose",
                            i % 3 == 0 ? "" : "2024-01-0" + std::to_string(1 + i % 5));
    temp.take("a.jsonl", articles);
    for (const std::string query : {"tide", "tide rose"}) {
        const std::string whole = order(temp, {.query = query, .count = 100});
        CHECK(whole.starts_with("g4 g14 g19 g29 g34 "));
        for (const std::size_t size : {1, 3, 7}) {
            std::string pages;
            for (std::size_t first = 0; first < 40; first += size)
                pages += (pages.empty() ? "" : " ") +
                         order(temp, {.query = query, .first = first, .count = size});
            CHECK(pages == whole);
        }
    }
}

TEST_CASE("pages of a ranked answer fit together", "[search][ranking]") {
    TempArchive temp;
    std::string articles;
    for (int i = 0; i < 70; ++i)
        articles += article(
            "g" + std::to_string(i), "Head",
            filler(i % 7) + "harbour " + filler(i % 11, "x") + "master " + filler(i % 13, "y"));
    temp.take("a.jsonl", articles);
    for (auto request : {any("harbour master"), SearchRequest{.query = "harbour master"}}) {
        request.count = 100;
        const std::string whole = order(temp, request);
        std::string pages;
        request.count = 6;
        for (request.first = 0; request.first < 70; request.first += 6)
            pages += (pages.empty() ? "" : " ") + order(temp, request);
        CHECK(pages == whole);
    }
}

TEST_CASE("recent articles come first when so asked, the newest counts as today",
          "[search][ranking]") {
    TempArchive temp;
    temp.take("a.jsonl", article("old", "Quiet", "a tide " + filler(12), "2001-01-01") +
                             article("new", "Quiet", "a tide " + filler(20), "2001-03-01") +
                             article("undated", "Quiet", "a tide " + filler(30)));
    CHECK(order(temp, {.query = "tide"}) == "old new undated");
    CHECK(order(temp, {.query = "tide", .rank = SearchRequest::Rank::recent}) == "new old undated");
}

TEST_CASE("what the best hits have in common finds more, within the conditions",
          "[search][ranking]") {
    TempArchive temp;
    std::string articles;
    for (int i = 0; i < 3; ++i)
        articles += article("t" + std::to_string(i), "Tide", "tide ebb moon sea " + filler(3));
    articles += article("other", "Ebb", "the moon draws the sea");
    for (int i = 0; i < 20; ++i)
        articles += article("x" + std::to_string(i), "No", filler(5, "z" + std::to_string(i)));
    temp.take("a.jsonl", articles);
    CHECK(order(temp, any("tide")).find("other") == std::string::npos);
    auto request = any("tide");
    request.expand = true;
    CHECK(order(temp, request).find("other") != std::string::npos);
    request = {.query = "tide", .expand = true};
    CHECK(order(temp, request).find("other") == std::string::npos);
    CHECK(ArchiveReader(temp.archive()).search(request).total == 3);
}

TEST_CASE("only what was stored after a mark is found when so asked", "[search][ranking]") {
    TempArchive temp;
    temp.take("a.jsonl", article("one", "Tide", "tide"));
    const auto mark = ArchiveReader(temp.archive()).mark();
    temp.take("b.jsonl", article("two", "Tide", "tide again"));
    CHECK(order(temp, {.query = "tide", .after = mark}) == "two");
    CHECK(order(temp, {.query = "*", .sort = SearchRequest::Sort::newest, .after = mark}) == "two");
    CHECK(order(temp, {.query = "tide", .expand = true, .after = mark}) == "two");
}
