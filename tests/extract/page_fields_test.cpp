#include <catch2/catch.hpp>

#include "reading_pages.hpp"

using namespace std::string_literals;
using Names = std::vector<std::string>;

namespace {

morgue::Article page(const std::string& head, const std::string& body = "") {
    return read_page("<html><head>" + head + "</head><body>" + body + story_html +
                     "</body></html>");
}

std::string meta(const std::string& name, const std::string& content) {
    return "<meta property='" + name + "' content='" + content + "'>";
}

const std::string site = meta("og:site_name", "The Paper");

}  // namespace

TEST_CASE("the headline is found without kicker and site name", "[extract][page]") {
    const auto [head, body, expected] = GENERATE(table<std::string, std::string, std::string>({
        {meta("og:title", "Harbour closed"), "", "Harbour closed"},
        {"<title>Harbour closed | The Paper</title>" + site, "", "Harbour closed"},
        {"<title>The Paper: Harbour closed</title>", "<h1>Harbour closed</h1>", "Harbour closed"},
        {"<title>The Paper - Harbour closed</title>" + site, "", "Harbour closed"},
        {"<title>Harbour closed for days - The Paper</title>", "", "Harbour closed for days"},
        {"<title>Black - white</title>", "", "Black - white"},
        {meta("og:title", "Coast: Harbour closed"), "<h1>Harbour closed</h1>", "Harbour closed"},
        {meta("og:title", "Harbour closed after fall of crane"),
         "<h1>Harbour closed after crane falls</h1>", "Harbour closed after crane falls"},
        {"<title>Harbour closed</title>", "<h1>Weather</h1>", "Harbour closed"},
        {"<title>Harbour closed</title>",
         "<h1><span class='kicker'>Coast</span> Harbour closed</h1>", "Harbour closed"},
        {"<title>AT&amp;amp;T sues</title>", "", "AT&T sues"},
        {"<title>Harbour</title>" + meta("og:title", "Harbour closed after storm"),
         "<h1>Coast : Harbour closed after storm</h1>", "Harbour closed after storm"},
        {"<title>Coast | The Long Name of a Paper</title>",
         "<h1>The Long Name of a Paper</h1><h1>Coast</h1>", "Coast"},
        {"<title>The Gale » Archive » Harbour closed for days</title>",
         "<h1><a href='https://gale.example/'>The Gale</a></h1><h2>Harbour closed for days</h2>",
         "Harbour closed for days"},
        {"<title>\"Harbour closed\" - https://paper.example</title>",
         "<h1>\u201EHarbour closed\u201C</h1>", "\u201EHarbour closed\u201C"},
        {"<title>Harbour closed [paper.example]</title>", "", "Harbour closed"},
        {"<title>Home</title>", "<div><h1>Harbour closed for days</h1></div>",
         "Harbour closed for days"},
        {"", "<h1>Harbour closed</h1>", "Harbour closed"},
    }));
    CAPTURE(head, body);
    CHECK(page(head, body).headline == expected);
}

TEST_CASE("the byline is taken as shown, the authors without roles", "[extract][page]") {
    const auto [head, body, byline, authors] =
        GENERATE(table<std::string, std::string, std::string, Names>({
            {"",
             "<p class='byline'>By Jane Doe and John Roe</p>",
             "By Jane Doe and John Roe",
             {"Jane Doe", "John Roe"}},
            {"", "<a rel='author' href='/jane'>Jane Doe</a>", "Jane Doe", {"Jane Doe"}},
            {"", "<h1>Harbour closed</h1><p>By Jane Doe</p>", "By Jane Doe", {"Jane Doe"}},
            {"<meta name=author content='Jane Doe'>", "", "Jane Doe", {"Jane Doe"}},
            {meta("article:author", "https://social.example/jane"), "", "", {}},
            {"",
             "<p class='author'>Erstellt von Jane Doe am 3. Mai 2021</p>",
             "Erstellt von Jane Doe am 3. Mai 2021",
             {"Jane Doe"}},
            {"",
             "<p class='author'>John Roe</p><h1>Harbour closed</h1><p class='author'>Jane Doe</p>",
             "Jane Doe",
             {"Jane Doe"}},
            {"", "<p class='author'>gale77</p>", "gale77", {}},
            {"",
             "<h1>Harbour closed</h1><p>3 May 2021 by Jane Doe</p>",
             "3 May 2021 by Jane Doe",
             {"Jane Doe"}},
            {"",
             "<h1>Harbour closed</h1><a href='/staff/jane-doe'>Jane Doe</a>",
             "Jane Doe",
             {"Jane Doe"}},
            {"",
             "<p data-testid='prism-byline'><b>By</b><a>Jane Doe</a></p>",
             "By Jane Doe",
             {"Jane Doe"}},
            {"<meta name=author content='Gale Society e.V.'>",
             "<h1>Harbour closed</h1><p>By Jane Doe</p>",
             "By Jane Doe",
             {"Jane Doe"}},
            {"", "<div id='comments'><p class='author'>Jane Doe</p></div>", "", {}},
        }));
    CAPTURE(head, body);
    const morgue::Article article = page(head, body);
    CHECK(article.byline == byline);
    CHECK(article.authors == authors);
}

TEST_CASE("other fields are found in what the page says of itself", "[extract][page]") {
    const morgue::Article article =
        read_page("<html lang='en-GB'><head>" + site + meta("og:description", "A crane fell.") +
                  meta("article:section", "Coast") + meta("article:tag", "harbours") +
                  meta("article:tag", "cranes") +
                  "<meta name=keywords content='no, never'>"
                  "<link rel=canonical href='https://paper.example/harbour'></head><body>"
                  "<h1>Harbour closed</h1><h2 class='standfirst'>A crane fell across a pier</h2>" +
                  story_html);
    CHECK(article.source == "The Paper");
    CHECK(article.summary == "A crane fell.");
    CHECK(article.section == "Coast");
    CHECK(article.keywords == Names{"harbours", "cranes"});
    CHECK(article.language == "en-GB");
    CHECK(article.url == "https://paper.example/harbour");
    CHECK(article.subheadline == "A crane fell across a pier");
}

TEST_CASE("a field that is known already is kept", "[extract][page]") {
    morgue::Article article;
    article.headline = "Known";
    article.body = "Known body.";
    morgue::extract::read_page("<title>Other</title>" + story_html, article);
    CHECK(article.headline == "Known");
    CHECK(article.body == "Known body.");
}

TEST_CASE("languages are written as tags", "[extract][page]") {
    CHECK(page(meta("og:locale", "pt_BR")).language == "pt-BR");
    CHECK(page("<meta http-equiv='content-language' content='de, en'>").language == "de");
    CHECK(page(meta("og:locale", "?")).language.empty());
}

TEST_CASE("the section is read from microdata too", "[extract][page]") {
    CHECK(page("", "<span itemprop=articleSection>Coast</span>").section == "Coast");
    CHECK(page("", "<span property='schema:articleSection'>Coast</span>").section == "Coast");
}

TEST_CASE("a rights line at the foot of the page is kept, and its holder is the source",
          "[extract][page]") {
    const std::string line = "\u00A9 2021 The Daily Gale. All rights reserved.";
    const auto article = read_page("<html><body>" + story_html + "<footer>" + line + "</footer>");
    CHECK(article.copyright == line);
    CHECK(article.source == "The Daily Gale");
}

TEST_CASE("the title of a page is no name of its site", "[extract][page]") {
    CHECK(page("<title>Harbour closed for days | Gale</title>" +
               meta("og:site_name", "Harbour closed for days"))
              .source.empty());
}

TEST_CASE("live blogs and pages for subscribers are noted", "[extract][page]") {
    const auto code = [](const std::string& head) {
        const auto problems = page(head).problems;
        return problems.empty() ? std::string() : problems[0].code;
    };
    const std::string start = "<script type='application/ld+json'>";
    CHECK(code(start + R"({"@type":"LiveBlogPosting","headline":"a"})" + "</script>") ==
          "live-blog");
    CHECK(code(start + R"({"@type":"NewsArticle","isAccessibleForFree":false})" + "</script>") ==
          "paywall");
    CHECK(code(start + R"({"@type":"NewsArticle","isAccessibleForFree":"True"})" + "</script>")
              .empty());
    CHECK(code(meta("article:content_tier", "locked")) == "paywall");
}
