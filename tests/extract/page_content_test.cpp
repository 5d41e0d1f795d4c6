#include <catch2/catch.hpp>

#include "reading_pages.hpp"

namespace {

const std::string menu =
    "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>";

std::string body_of(const std::string& inside) {
    return read_page(
               "<html><head><link rel=canonical href='https://www.paper.example/harbour'>"
               "<title>Harbour closed</title></head><body>" +
               inside + "</body></html>")
        .body;
}

}  // namespace

TEST_CASE("the text of an article is found wherever it stands", "[extract][page]") {
    const auto page = GENERATE(
        as<std::string>{}, story_html,
        menu + "<div class='article-body'>" + story_html + "</div>" + menu,
        "<main><article><h1>Harbour closed</h1>" + story_html + "</article></main>",
        "<div itemprop='articleBody'>" + story_html + "</div><div>" + paragraph(lead) + "</div>",
        "<table><tr><td>" + menu + "</td><td>" + story_html + "</td></tr></table>",
        "<div id='x1'><div>" + lead + "<br><br>" + middle + "<br><br>" + end + "</div></div>",
        "<form><div>" + menu + "</div><div>" + story_html + "</div></form>");
    CAPTURE(page);
    CHECK(body_of(page) == story_text);
}

TEST_CASE("what stands between the paragraphs is left out", "[extract][page]") {
    const auto clutter = GENERATE(
        as<std::string>{},
        "<aside><p>The paper has more readers than ever, and thanks them all.</p></aside>",
        "<figure><img src=a><figcaption>The fallen crane, seen from the "
        "ferry.</figcaption></figure>",
        "<div class='related-articles'><p>Crane driver tells his story, at last.</p></div>",
        "<div class='share-bar'>Share this on your favourite network, please.</div>",
        "<div id='newsletterBox'><p>Get the best of our stories, every day.</p></div>",
        "<p><a href='/crane'>Crane driver tells his story</a></p>",
        "<p>Read more: <a href='/crane'>Crane driver tells his story.</a></p>",
        "<p>Lesen Sie auch: <a href='/kran'>Der Kranfahrer berichtet.</a></p>",
        "<p>Advertisement</p>",
        "<ul><li><a href='/a'>One story</a></li><li><a href='/b'>Another story</a></li></ul>",
        "<p style='display:none'>This text, hidden, is read by nobody.</p>",
        "<div class='cookie-banner'><p>We use cookies, as everybody does, to know you.</p></div>",
        "<section class='author-bio'><p>Jane Doe writes about ports, and ships.</p></section>",
        "<h3>Related stories</h3><ul><li><a href='/a'>One story</a> and more</li></ul>");
    CAPTURE(clutter);
    const std::string page =
        "<article>" + paragraph(lead) + clutter + paragraph(middle) + paragraph(end) + "</article>";
    CHECK(body_of(page) == story_text);
}

TEST_CASE("what stands before and after the text is left out", "[extract][page]") {
    const auto [before, after] = GENERATE(table<std::string, std::string>({
        {"<h1>Harbour closed</h1><p>By Jane Doe</p><p>3 May 2021</p>", ""},
        {"<p class='byline'>Jane Doe, Nordhaven</p>", "<p>Tags: harbour</p>"},
        {"", "<p>© 2021 The Paper. All rights reserved.</p>"},
        {"", "<h2>More stories</h2>"},
        {"", "<div id='comments'><p>I never liked that crane, it looked old.</p></div>"},
        {"<header><p>News from the coast, since 1901.</p></header>", "<footer>Imprint.</footer>"},
    }));
    CAPTURE(before, after);
    CHECK(body_of("<article>" + before + story_html + after + "</article>") == story_text);
}

TEST_CASE("what belongs to the text is kept", "[extract][page]") {
    const auto [html, text] = GENERATE(table<std::string, std::string>({
        {"<h2>What now</h2>", "What now"},
        {"<ul><li>The ferry</li><li>The freighter</li></ul>", "The ferry\nThe freighter"},
        {"<blockquote class='twitter-tweet'><p>No ferry today!</p>— A Sailor</blockquote>",
         "No ferry today!\n\n— A Sailor"},
        {"<table><tr><td>Monday</td><td>closed</td></tr></table>", "Monday closed"},
        {"<p>See <a href='/crane'>the whole report</a> on the crane, and its owner.</p>",
         "See the whole report on the crane, and its owner."},
        {"<p><a href='https://port.example/notice'>The notice of the port</a></p>",
         "The notice of the port"},
        {"<pre>a  b\n  c</pre>", "a  b\n  c"},
    }));
    CAPTURE(html);
    const std::string page =
        "<article>" + paragraph(lead) + html + paragraph(middle) + paragraph(end) + "</article>";
    CHECK(body_of(page) == lead + "\n\n" + text + "\n\n" + middle + "\n\n" + end);
}

TEST_CASE("comments that outweigh a short article do not become the text", "[extract][page]") {
    std::string comments;
    for (int i = 0; i < 20; ++i)
        comments += "<div class='comment'>" +
                    paragraph("I saw it fall, and it was loud, louder than number " +
                              std::to_string(i) + ".") +
                    "</div>";
    const std::string page = "<div class='post'>" + story_html + paragraph(middle) +
                             paragraph(lead) + "</div><div id='comments'>" + comments + "</div>";
    CHECK(body_of(page) == story_text + "\n\n" + middle + "\n\n" + lead);
}

TEST_CASE("names that would leave nothing are not believed", "[extract][page]") {
    CHECK(body_of("<div class='sidebar'>" + story_html + "</div>") == story_text);
    CHECK(body_of("<article><div class='widget'>" + story_html + "</div></article>") == story_text);
}

TEST_CASE("a page without text has no body", "[extract][page]") {
    CHECK(body_of(menu).empty());
    CHECK(body_of("").empty());
    CHECK(read_page("").body.empty());
}

TEST_CASE("a lead between headline and text belongs to the text", "[extract][page]") {
    const std::string teaser =
        "The pier of Nordhaven will stay closed for days, and the ferry will not sail.";
    const std::string text = "<div class='article-body'>" + story_html + "</div>";
    const std::string top = "<header><h1>Harbour closed</h1>";
    CHECK(body_of(top + paragraph(teaser) + "</header>" + text) == teaser + "\n\n" + story_text);
    CHECK(body_of(top + "<figure>" + paragraph(teaser) + "</figure></header>" + text) ==
          story_text);
    CHECK(body_of(top + paragraph(lead) + "</header>" + text) == story_text);
}

TEST_CASE("calls to follow and picture credits below the text are left out", "[extract][page]") {
    CHECK(
        body_of(story_html + paragraph("Follow The Paper on Twitter, and share your pictures.")) ==
        story_text);
    CHECK(body_of(story_html + paragraph("Photo: Jane Doe, for The Paper.")) == story_text);
}

TEST_CASE("comments that hold most of the prose are not the article", "[extract][page]") {
    std::string comments;
    for (int i = 0; i < 12; ++i) comments += "<div class='post-text'>" + paragraph(lead) + "</div>";
    const std::string text =
        story_html + paragraph(middle + " " + end) + paragraph(end + " " + lead);
    CHECK(body_of("<div>" + text + "</div><div id='comments'><div class='comment-text'>" +
                  comments + "</div></div>")
              .starts_with(lead));
}

TEST_CASE("short paragraphs of what is named as the text are kept", "[extract][page]") {
    CHECK(body_of("<h1>Net profit</h1><div class='story-body'><p>Shr 33 cts</p><p>Net 3 mln</p>"
                  "</div>") == "Shr 33 cts\n\nNet 3 mln");
}

TEST_CASE("lines of figures are the text of an article that has nothing else", "[extract][page]") {
    const std::string figures = "<p>Shr two cts vs one ct</p><p>Net 407,396 vs 376,243</p>";
    const auto byline =
        GENERATE(as<std::string>{}, "", "<p class=byline>By Ada Quill</p>", "<p>By Ada Quill</p>");
    CAPTURE(byline);
    CHECK(body_of(menu + "<article><h1>Harbour closed</h1>" + byline + figures + "</article>") ==
          "Shr two cts vs one ct\n\nNet 407,396 vs 376,243");
    CHECK(body_of("<div class=story-body>" + figures +
                  "</div><footer><p>Copyright, as ever, of "
                  "The Paper of Nordhaven. All rights reserved, terms apply.</p></footer>") ==
          "Shr two cts vs one ct\n\nNet 407,396 vs 376,243");
    // cards of a list of articles are no article
    CHECK(body_of("<article>" + figures + "</article><article>" + figures + "</article>").empty());
}

TEST_CASE("where a page shows a stub, the text it states for machines is taken",
          "[extract][page]") {
    std::string whole;
    for (int i = 0; i < 5; ++i) whole += lead + "\\n\\n";
    const auto body =
        body_of("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
                whole + "\"}</script><h1>Harbour closed</h1>" + paragraph(middle));
    CHECK(body.starts_with(lead + "\n\n" + lead));
}

TEST_CASE("pages that mark and nest everything cost no more than their length", "[extract][page]") {
    const auto unit = GENERATE(as<std::string>{}, "<div class='byline author'><span class=date>",
                               "<span itemprop='author datePublished'>3 May 2021 by Jane Doe",
                               "<h1>Harbour closed</h1>", "<li><a href='/a'>Harbour closed</a>",
                               "<time class=updated>3 May 2021", "<article class='post-text'><p>a");
    std::string page = "<h1>Harbour closed</h1>";
    while (page.size() < 1'000'000) page += unit;
    CHECK(read_page(page).headline.size() < 1'000);
}
