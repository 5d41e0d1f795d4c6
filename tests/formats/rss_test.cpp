#include <catch2/catch.hpp>

#include "formats/reading.hpp"

using namespace morgue::formats;

namespace {

std::string feed(const std::string& items, const std::string& channel = {}) {
    return "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>" +
           channel + items + "</channel></rss>";
}

std::string read_item(const std::string& item) {
    return read_all(feed("<item>" + item + "</item>"));
}

}  // namespace

TEST_CASE("an RSS item says what its elements say", "[formats]") {
    struct Case {
        std::string item, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"<title> Tide turns </title>",
         "headline= Tide turns "},
        {"<title>A &lt;b&gt;bold&lt;/b&gt; move</title>",
         "headline_html=A <b>bold</b> move"},
        {"<title>Ham &amp;amp; eggs</title>",
         "headline_html=Ham &amp; eggs"},
        {"<title>If a &lt; b then c &gt; d</title>",
         "headline=If a < b then c > d"},
        {"<title>The &lt;gadget&gt; of the year</title>",
         "headline=The <gadget> of the year"},
        {"<title><![CDATA[Q&A: what now?]]></title>",
         "headline=Q&A: what now?"},
        {"<title>T</title><description>short</description>",
         "headline=T summary=short"},
        {"<title>T</title><description>short</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded>",
         "headline=T summary=short body_html=<p>long</p>"},
        {"<title>T</title><description>One <i>two<br/></i></description>",
         "headline=T summary_html=One <i>two<br></i>"},
        {"<title>T</title><guid>http://example.org/1</guid>",
         "headline=T guid=http://example.org/1 url=http://example.org/1"},
        {"<title>T</title><guid isPermaLink='false'>http://example.org/1</guid>",
         "headline=T guid=http://example.org/1"},
        {"<title>T</title><link>http://example.org/2</link><guid>http://example.org/1</guid>",
         "headline=T guid=http://example.org/1 url=http://example.org/2"},
        {"<title>T</title><author>desk@example.org (Jane Doe)</author>",
         "headline=T authors=Jane Doe"},
        {"<title>T</title><author>Jane Doe &lt;jane@example.org&gt;</author>",
         "headline=T authors=Jane Doe"},
        {"<title>T</title><author>desk@example.org</author>",
         "headline=T"},
        {"<title>T</title><dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator><author>x@example.org (X)</author>",
         "headline=T authors=Jane Doe; John Roe"},
        {"<title>T</title><dc:creator>By Jane Doe and John Roe</dc:creator>",
         "headline=T byline=By Jane Doe and John Roe"},
        {"<title>T</title><dc:date>2025-09-28</dc:date><pubDate>Sun, 28 Sep 2025 10:00:00 GMT</pubDate>",
         "headline=T published=Sun, 28 Sep 2025 10:00:00 GMT; 2025-09-28"},
        {"<title>T</title><category>oil</category><category> gas </category><category/>",
         "headline=T keywords=oil; gas"},
        {"<title>T</title><source url='http://example.org'>The Daily Example</source>",
         "headline=T source=The Daily Example"},
        {"<title>T</title><image><link>http://example.org/i</link><title>I</title></image>",
         "headline=T"},
        {"<dc:title>Spare</dc:title><title>T</title>",
         "headline=T"},
        {"<title>T</title><other:description xmlns:other='urn:other'>no</other:description>",
         "headline=T"},
        {"<link>http://example.org/1</link>",
         "url=http://example.org/1 !no-text=file"},
        {"",
         "[item-empty]"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.item);
        CHECK(read_item(each.item) == each.expected + "\n");
    }
}

TEST_CASE("an RSS channel speaks for items that are silent", "[formats]") {
    const std::string channel =
        "<title>Example &amp;amp; Sons</title><link>http://example.org/news/</link>"
        "<language>en_us</language><copyright>(c) Example</copyright>"
        "<image><title>Logo</title><url>l.png</url></image>";
    CHECK(read_all(feed("<item><title>A</title><link>a.html</link></item>"
                        "<item xml:lang='de'><title>B</title><dc:rights>own</dc:rights></item>",
                        channel)) ==
          "headline=A url=http://example.org/news/a.html source=Example & Sons "
          "copyright=(c) Example language=en-us\n"
          "headline=B source=Example & Sons copyright=own language=de\n");
}

TEST_CASE("relative links of RSS are resolved against xml:base, which nests", "[formats]") {
    CHECK(read_all("<rss xml:base='http://example.org/a/'><channel>"
                   "<item xml:base='b/'><title>T</title><link>c</link></item>"
                   "<item><title>U</title><link>c</link></item></channel></rss>") ==
          "headline=T url=http://example.org/a/b/c\nheadline=U url=http://example.org/a/c\n");
}

TEST_CASE("RSS is known by its namespaces, or by usual prefixes that it forgot to declare",
          "[formats]") {
    CHECK(read_all("<rss version='2.0'><channel><item><title>T</title><dc:creator>Jane Doe"
                   "</dc:creator><content:encoded>long</content:encoded></item></channel></rss>") ==
          "headline=T authors=Jane Doe body=long\n");
    CHECK(read_all("<r:rss xmlns:r='http://backend.userland.com/rss2'><r:channel><r:item>"
                   "<r:title>T</r:title></r:item></r:channel></r:rss>") == "headline=T\n");
    CHECK(read_all("<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                   "xmlns='http://purl.org/rss/1.0/'><channel><title>C</title><items><r:Seq>"
                   "<r:li resource='x'/></r:Seq></items></channel>"
                   "<item r:about='urn:1'><title>T</title></item></r:RDF>") ==
          "headline=T guid=urn:1 source=C\n");
}

TEST_CASE("ill-formed RSS is read as far as it goes, the item at hand too", "[formats]") {
    struct Case {
        std::string rest, expected;
    };
    const Case cases[] = {
        {"<item><title>Two</item></channel></rss>", "headline=Two !xml-broken=body\n"},
        {"<item><title>Two</ti", "headline=Two !xml-broken=body\n"},
        {"<item><title>Two</title><description>On <b>Mon",
         "headline=Two summary_html=On <b>Mon !xml-broken=body\n"},
        {"<item><link>http://example.org/2</link>", ""},  // nothing to read in it
        {"<item", ""},
        {"", ""},
    };
    for (const Case& each : cases) {
        INFO(each.rest);
        CHECK(read_all("<rss><channel><item><title>One</title></item>" + each.rest) ==
              "headline=One\n" + each.expected + "[xml-broken!]\n");
    }
}

TEST_CASE("small sins of RSS are forgiven", "[formats]") {
    struct Case {
        std::string title, expected;
    };
    const Case cases[] = {
        {"AT&T", "AT&T"},
        {"a&b; c", "headline=a&b; c"},
        {"caf&eacute;", "café"},
        {"no&nbsp;break",
         "no\xC2\xA0"
         "break"},
        {"a\x01\x1F"
         "b",
         "ab"},
        {"don&#146;t", "don’t"},
        {"don\xC2\x92t", "don’t"},
        {"&#X41;&#x42;", "AB"},
        {"nul&#0;l &#xFFFF; &#99999999999;", "null  "},
        {"<![CDATA[a & b &amp c]]>", "a & b &amp c"},
        {"a <!-- & <b> -->b", "a b"},
        {"if a < b", "if a < b"},
    };
    for (const Case& each : cases) {
        INFO(each.title);
        const std::string text =
            "\n <?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>" + each.title +
            "</title></item></channel></rss>";
        const std::string expected =
            each.expected.starts_with("headline=") ? each.expected : "headline=" + each.expected;
        CHECK(read_all(text) == expected + "\n");
        // Wherever the pieces of the stream end.
        CHECK(read_all(text, "file", 1) == expected + "\n");
    }
}

TEST_CASE("entities of the document type are replaced once, and never grow", "[formats]") {
    const std::string type =
        "<!DOCTYPE rss [<!ENTITY a 'one'><!ENTITY b '&a;&a;'><!ENTITY f SYSTEM "
        "'file:///etc/passwd'>"
        "]><rss><channel><item><title>";
    const std::string end = "</title></item></channel></rss>";
    CHECK(read_all(type + "&a; &b; &f;" + end) == "headline=one &a;&a; &f;\n");
    CHECK(read_all("<!DOCTYPE rss PUBLIC \"-//a>\" 'b' [<!-- ]> --><!ENTITY a \"]>\">\n"
                   "<!ELEMENT x ANY>]>\n<rss><channel><item><title>&a;" +
                   end) == "headline=]>\n");

    std::string many =
        "<!DOCTYPE rss [<!ENTITY a '" + std::string(1000, 'x') + "'>]><rss><channel><item><title>";
    for (int i = 0; i < 2000; ++i) many += "&a;";
    const std::string grown = read_all(many + end);
    CHECK(grown.ends_with("!xml-entities=body\n[xml-entities!]\n"));
    CHECK(grown.size() < std::size_t(3) << 19);
}

TEST_CASE("a tag of countless attributes is an error, not a standstill", "[formats]") {
    std::string tag = "<rss><channel><item><title>T</title></item><item a='>'";
    for (int i = 0; i < 300000; ++i) tag += " a" + std::to_string(i) + "='='";
    CHECK(read_all(tag + "/></channel></rss>") == "headline=T\n[xml-broken!]\n");
}

TEST_CASE("an item of countless elements is an error, not all the memory there is", "[formats]") {
    std::string item = "<rss><channel><item><title>T</title></item><item><title>U</title>";
    for (int i = 0; i < 400000; ++i) item += "<pubDate>x</pubDate>";
    CHECK(read_all(item + "</item></channel></rss>") == "headline=T\n[item-too-large!]\n");
}

TEST_CASE("elements nested without end are an error, not a crash", "[formats]") {
    std::string deep = "<rss><channel><item><title>T</title></item><item><description>";
    for (int i = 0; i < 100000; ++i) deep += "<b>";
    CHECK(read_all(deep) == "headline=T\n[xml-too-deep!]\n");
}

TEST_CASE("names of RSS are read in any case", "[formats]") {
    CHECK(
        read_all("<RSS><Channel><Item><TITLE>T</TITLE><pubdate>d</pubdate>"
                 "<guid ispermalink='false'>http://example.org/1</guid></Item></Channel></RSS>") ==
        "headline=T guid=http://example.org/1 published=d\n");
}

TEST_CASE("CDF is read as the kin of RSS that it is", "[formats]") {
    CHECK(read_all("<CHANNEL HREF='http://example.org/'><TITLE>Gazette</TITLE>"
                   "<ITEM HREF='tide.html' LASTMOD='1998-06-02'><TITLE>Tide turns</TITLE>"
                   "<ABSTRACT>Slowly.</ABSTRACT></ITEM></CHANNEL>") ==
          "headline=Tide turns url=http://example.org/tide.html updated=1998-06-02 "
          "source=Gazette summary=Slowly.\n");
}

TEST_CASE("of a WordPress export the articles are read, not pictures and menus", "[formats]") {
    const std::string open =
        "<rss xmlns:excerpt='http://wordpress.org/export/1.2/excerpt/' "
        "xmlns:wp='http://wordpress.org/export/1.2/' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>";
    CHECK(read_all(open +
                   "<item><title>photo</title><wp:post_type>attachment</wp:post_type></item>"
                   "<item><title>Home</title><wp:post_type>nav_menu_item</wp:post_type></item>"
                   "<item><title>Tide turns</title><description></description>"
                   "<content:encoded><![CDATA[<p>Body</p>]]></content:encoded>"
                   "<excerpt:encoded>Deck</excerpt:encoded><wp:post_type>post</wp:post_type></item>"
                   "</channel></rss>") ==
          "headline=Tide turns summary=Deck body_html=<p>Body</p>\n");
}

TEST_CASE("a description beside a summary is the text", "[formats]") {
    CHECK(read_item("<title>T</title><description>Long</description><summary>Short</summary>") ==
          "headline=T summary=Short body=Long\n");
}

TEST_CASE("of several dates of one name the last holds", "[formats]") {
    CHECK(read_item("<title>T</title><pubDate>one</pubDate><pubDate>two</pubDate>"
                    "<dc:date>three</dc:date>") == "headline=T published=two; one; three\n");
}

TEST_CASE("a declaration that declares nothing does not swallow a text", "[formats]") {
    CHECK(read_item("<title>T</title><description>&lt;!' &lt;b&gt;now&lt;/b&gt;</description>") ==
          "headline=T summary_html=&lt;!' <b>now</b>\n");
}
