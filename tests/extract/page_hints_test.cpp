#include "extract/page_hints.hpp"

#include <catch2/catch.hpp>

#include "extract/page_lines.hpp"

using namespace morgue::extract;
using enum PagePart;

TEST_CASE("classes and ids tell what an element is", "[extract][page]") {
    const auto [names, expected] = GENERATE(table<std::string, PagePart>({
        {"article-body", text},
        {"articleBody", text},
        {"c-article_body__inner", text},
        {"post-content entry", text},
        {"wp-caption", caption},
        {"article__share-bar", clutter},
        {"relatedPosts", clutter},
        {"cookieConsent", consent},
        {"comment-list", comments},
        {"byline", byline},
        {"overline", kicker},
        {"header", unknown},       // "ad" is no word of it
        {"has-sidebar", unknown},  // it has one, it is none
        {"x-17__b", unknown},
        {"", unknown},
    }));
    CAPTURE(names);
    CHECK(part_named(names) == expected);
}

TEST_CASE("lines that lead away are told from text", "[extract][page]") {
    CHECK(points_away("Read more: Crane driver tells his story"));
    CHECK(points_away("» Lesen Sie auch: Der Kranfahrer"));
    CHECK(points_away("LEIA TAMBÉM: o guindaste"));
    CHECK_FALSE(points_away("Readers of the paper saw it first."));
    CHECK(is_boilerplate("Advertisement"));
    CHECK(is_boilerplate("© 2021 The Paper"));
    CHECK_FALSE(is_boilerplate("Advertisement is the soul of commerce, he said."));
}

TEST_CASE("other sites are told by their names", "[extract][page]") {
    const auto [address, expected] = GENERATE(table<std::string, bool>({
        {"https://other.example/x", true},
        {"//other.example", true},
        {"https://www.paper.example/x", false},
        {"https://news.paper.example/x", false},
        {"/x", false},
        {"x.html", false},
        {"", false},
    }));
    CAPTURE(address);
    CHECK(is_other_site(address, "paper.example") == expected);
}

TEST_CASE("what a name says an element has, or a post is about, is not what it is",
          "[extract][page]") {
    CHECK(part_named("section--has-ads") == unknown);
    CHECK(part_named("post category-newsletter tag-comments") == unknown);
}

TEST_CASE("what stands below a text is told from its last sentence", "[extract][page]") {
    CHECK(is_sign_off("Follow us on Twitter, and download our app!"));
    CHECK(is_sign_off("Photo: Jane Doe/Wireline"));
    CHECK_FALSE(is_sign_off("The mayor said on Twitter that she would resign."));
    CHECK_FALSE(is_sign_off("Follow the river, and the sea is near."));
}
