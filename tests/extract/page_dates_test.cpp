#include <catch2/catch.hpp>

#include "reading_pages.hpp"

namespace {

std::string iso(const std::optional<morgue::Date>& date) {
    return date ? date->iso() : "";
}

std::string published(const std::string& page) {
    return iso(read_page(page).published);
}

}  // namespace

TEST_CASE("the date of publication is found, best sign first", "[extract][page]") {
    const auto [page, expected] = GENERATE(table<std::string, std::string>({
        {"<meta property='article:published_time' content='2021-05-03T10:00:00+02:00'>",
         "2021-05-03T10:00:00+02:00"},
        {"<meta name='dc.date' content='2021-05-03'>", "2021-05-03"},
        {"<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":"
         "\"2021-05-03\"}</script><meta name='date' content='2020-01-01'>",
         "2021-05-03"},
        {"<span itemprop='datePublished' content='2021-05-03'>yesterday</span>", "2021-05-03"},
        {"<h1>Head</h1><time datetime='2021-05-03'>Monday</time>", "2021-05-03"},
        {"<time datetime='2020-01-01'>x</time><h1>Head</h1><time "
         "datetime='2021-05-03'>Monday</time>",
         "2021-05-03"},
        {"<h1>Head</h1><div class='post-date'>3 May 2021</div>", "2021-05-03"},
        {"<h1>Head</h1><p>Jane Doe, 3 May 2021</p>", "2021-05-03"},
        {"<p>3 May 2021</p><h1>Head</h1>", "2021-05-03"},
        {"<link rel=canonical href='https://paper.example/2021/05/03/head'><h1>Head</h1>",
         "2021-05-03"},
        {"<link rel=canonical href='https://paper.example/20210503/head'>", "2021-05-03"},
        {"<link rel=canonical href='https://paper.example/news/03-05-2021'>", "2021-05-03"},
        {"<h1>Head</h1><span property='schema:datePublished' content='2021-05-03'>x</span>",
         "2021-05-03"},
        {"<h1>03.05.2021 - Head</h1><p>4 May 2021</p>", "2021-05-03"},
        {"<meta name='date' content='2021-06-01'><h1>Head</h1><p>3 May 2021</p>", "2021-05-03"},
        {"<h1>Head</h1><ul><li><time datetime='2020-01-01'>x</time>"
         "<a href='/a'>Another article of some other day</a></li></ul><p>3 May 2021</p>",
         "2021-05-03"},
        {"<h1>Head</h1><p>1 January 2020 <a href='/a'>Another article of some other day</a></p>"
         "<p>3 May 2021</p>",
         "2021-05-03"},
        {"<h1>Head</h1><span class='post-date updated'>3 May 2021</span>", "2021-05-03"},
        {"<script>var page = {\"publishedAt\":\"2021-05-03T10:00:00Z\"}</script>",
         "2021-05-03T10:00:00Z"},
        {"<html lang='en-GB'><h1>Head</h1><p>05/03/2021</p>", "2021-03-05"},
        {"<html lang='en-US'><h1>Head</h1><p>05/03/2021</p>", "2021-05-03"},
        {"<link rel=canonical href='https://paper.example/2021-05-03-head'>", "2021-05-03"},
    }));
    CAPTURE(page);
    CHECK(published(page + story_html) == expected);
}

TEST_CASE("a date of something else is not taken for that of publication", "[extract][page]") {
    const auto page =
        GENERATE(as<std::string>{}, "<h1>Head</h1><p>© 3 May 2021 The Paper</p>",
                 "<h1>Head</h1><p>Updated 3 May 2021</p>",
                 "<h1>Head</h1><div id='comments'><time datetime='2021-05-03'>x</time></div>",
                 "<h1>Head</h1><p>Article updated on 3 May 2021</p>",
                 "<html lang=en><h1>Head</h1><p>05/03/2021</p>",
                 "<h1>Head</h1><footer><p>3 May 2021</p></footer>",
                 "<meta name='date' content='2021'>", "<meta name='date' content='2021-02-30'>",
                 "<link rel=canonical href='https://paper.example/20210503123/head'>");
    CAPTURE(page);
    CHECK(published(page + story_html).empty());
}

TEST_CASE("the date of the last change is found apart", "[extract][page]") {
    const auto page =
        GENERATE(as<std::string>{}, "<meta property='article:modified_time' content='2021-05-04'>",
                 "<h1>Head</h1><p>Updated 4 May 2021</p>",
                 "<h1>Head</h1><p>Published <time datetime='2021-05-03'>x</time></p>"
                 "<p>Updated <time datetime='2021-05-04'>y</time></p>");
    CAPTURE(page);
    CHECK(iso(read_page(page + story_html).updated) == "2021-05-04");
}

TEST_CASE("a date below or at the head of the text is the last to be looked for",
          "[extract][page]") {
    CHECK(
        published("<h1>Head</h1><p>(3 May 2021) The harbour was closed, after all, on Monday.</p>" +
                  story_html) == "2021-05-03");
    CHECK(published("<div><h1>Head</h1>" + std::string("<div class='article-body'>") + story_html +
                    "</div><p>Posted on 3 May 2021 by Jane Doe</p></div>") == "2021-05-03");
}

TEST_CASE("an instant in UTC gives way to the day in the place of publication", "[extract][page]") {
    const auto [shown, expected] = GENERATE(table<std::string, std::string>({
        {"<time datetime='2021-05-02T21:30:00-05:00'>x</time>", "2021-05-02T21:30:00-05:00"},
        {"<p>2 May 2021, 9:30 pm</p>", "2021-05-02T21:30"},
        {"<p>2 May 2021</p>", "2021-05-02"},
        {"<p>2 May 2021, 9:37 pm</p>", "2021-05-03T02:30:00Z"},  // another instant
        {"<p>1 May 2021</p>", "2021-05-03T02:30:00Z"},
    }));
    CAPTURE(shown);
    CHECK(published("<meta property='article:published_time' content='2021-05-03T02:30:00Z'>"
                    "<h1>Head</h1>" +
                    shown + story_html) == expected);
}
