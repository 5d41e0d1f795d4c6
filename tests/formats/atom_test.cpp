#include <catch2/catch.hpp>

#include "formats/reading.hpp"

using namespace morgue::formats;

namespace {

std::string read_entry(const std::string& entry, const std::string& feed = {}) {
    return read_all("<feed xmlns='http://www.w3.org/2005/Atom'>" + feed + "<entry>" + entry +
                    "</entry></feed>");
}

}  // namespace

TEST_CASE("an Atom entry says what its elements say", "[formats]") {
    struct Case {
        std::string entry, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"<title>1 &lt; 2 &amp;amp; 3</title>",
         "headline=1 < 2 &amp; 3"},
        {"<title type='html'>A &lt;b&gt;bold&lt;/b&gt; move</title>",
         "headline_html=A <b>bold</b> move"},
        {"<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a &lt;i&gt; <b c='d'>e</b></div></title>",
         "headline_html=<div>a &lt;i&gt; <b c=\"d\">e</b></div>"},
        {"<title>T</title><id>urn:1</id><published>2025-01-01</published><updated>2025-01-02</updated>",
         "headline=T guid=urn:1 published=2025-01-01 updated=2025-01-02"},
        {"<title>T</title><updated>2025-01-02</updated>",
         "headline=T updated=2025-01-02"},
        {"<title>T</title><link rel='self' href='http://example.org/s'/><link href='http://example.org/1'/><link rel='alternate' href='http://example.org/2'/>",
         "headline=T url=http://example.org/1"},
        {"<title>T</title><link xml:base='http://example.org/a/' href='b'/>",
         "headline=T url=http://example.org/a/b"},
        {"<title>T</title><author><name>Jane Doe</name><email>j@example.org</email></author><author><name>John Roe</name></author>",
         "headline=T authors=Jane Doe; John Roe"},
        {"<title>T</title><category term='oil'/><category term='http://example.org/c/7' label='Gas'/>",
         "headline=T keywords=oil; Gas"},
        {"<title>T</title><summary>s</summary><content type='html'>&lt;p&gt;c&lt;/p&gt;</content>",
         "headline=T summary=s body_html=<p>c</p>"},
        {"<title>T</title><content type='image/png'>aGVsbG8=</content>",
         "headline=T"},
        {"<title>T</title><content type='application/octet-stream'> PHA+aGVsbG88L3A+ </content>",
         "headline=T body_html=<p>hello</p>"},
        {"<title>T</title><rights>(c) Example</rights><source><title>Wire</title><rights>no</rights></source>",
         "headline=T source=Wire copyright=(c) Example"},
        {"<title xml:lang='fr'>T</title>",
         "headline=T language=fr"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.entry);
        CHECK(read_entry(each.entry) == each.expected + "\n");
    }
}

TEST_CASE("an Atom feed speaks for entries that are silent", "[formats]") {
    const std::string feed =
        "<title>Example</title><author><name>The Desk</name></author>"
        "<rights>(c) Example</rights>";
    CHECK(read_entry("<title>T</title>", feed) ==
          "headline=T authors=The Desk source=Example copyright=(c) Example\n");
    CHECK(read_entry("<title>T</title><author><name>Jane Doe</name></author>", feed) ==
          "headline=T authors=Jane Doe source=Example copyright=(c) Example\n");
}

TEST_CASE("Atom 0.3 is read by its own names and modes", "[formats]") {
    CHECK(read_all("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>"
                   "<title mode='base64'>VGhlIHRpZGU=</title><issued>2004-01-01</issued>"
                   "<modified>2004-01-02</modified>"
                   "<content type='text/html' mode='escaped'>&lt;p&gt;c&lt;/p&gt;</content>"
                   "</entry></feed>") ==
          "headline=The tide published=2004-01-01 updated=2004-01-02 body_html=<p>c</p>\n");
}
