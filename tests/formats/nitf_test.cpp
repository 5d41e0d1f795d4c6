#include <catch2/catch.hpp>

#include "formats/wire_reading.hpp"

using namespace morgue::formats;

namespace {

std::string nitf(const std::string& head, const std::string& body_head,
                 const std::string& content) {
    return "<nitf><head>" + head + "</head><body><body.head>" + body_head +
           "</body.head><body.content>" + content + "</body.content></body></nitf>";
}

std::string read_head(const std::string& head) {
    return read_wire(nitf(head, "<hedline><hl1>T</hl1></hedline>", ""));
}

std::string read_body_head(const std::string& body_head) {
    return read_wire(nitf("", body_head, ""));
}

std::string read_content(const std::string& content) {
    return read_wire(nitf("", "", content));
}

}  // namespace

TEST_CASE("the head of a NITF document says what its elements say", "[formats]") {
    struct Case {
        std::string head, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"<docdata><doc-id id-string='g1' regsrc='TG'/></docdata>",
         "headline=T guid=g1 source=TG"},
        {"<docdata><date.issue norm='20250602T101500Z'/><date.release norm='20250603'/></docdata>",
         "headline=T published=20250602T101500Z; 20250603"},
        {"<pubdata name='Tamarel Gazette' date.publication='20250602' ex-ref='http://g.example/1' position.section='Ports'/>",
         "headline=T url=http://g.example/1 published=20250602 source=Tamarel Gazette\nsection=Ports"},
        {"<docdata><doc.copyright holder='Halyard' year='2025'/></docdata>",
         "headline=T source=Halyard"},
        {"<meta name='anpa-keyword' content='Ferry'/>",
         "headline=T\nslugline=Ferry"},
        {"<docdata><key-list><keyword key='FERRY STRIKE'/></key-list></docdata>",
         "headline=T keywords=FERRY STRIKE\nslugline=FERRY STRIKE"},
        {"<docdata><key-list><keyword key='tides'/><keyword key='fish'/></key-list></docdata>",
         "headline=T keywords=tides; fish"},
        {"<tobject><tobject.subject tobject.subject.type='Transport' tobject.subject.matter='Ferries'/></tobject>",
         "headline=T keywords=Transport; Ferries"},
        {"<docdata><evloc city='Tamarel' iso-cc='TM'/></docdata>",
         "headline=T\nlocated=Tamarel"},
        {"<title>Page 1 ferries</title>",
         "headline=T"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.head);
        CHECK(read_head(each.head) == each.expected + "\n");
    }
}

TEST_CASE("the body head of a NITF document says what its elements say", "[formats]") {
    struct Case {
        std::string body_head, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"<hedline><hl1>Ferry <em>runs</em> aground</hl1><hl2>Nobody hurt</hl2></hedline>",
         "headline=Ferry runs aground\nsubheadline=Nobody hurt"},
        {"<hedline><hl1>T</hl1><hl2>T</hl2></hedline>",
         "headline=T"},
        {"<byline>By Jane Doe</byline>",
         "byline=By Jane Doe"},
        {"<byline>By <person>Jane Doe</person><byttl>Staff Writer</byttl></byline>",
         "byline=By Jane Doe, Staff Writer"},
        {"<dateline><location><city>Tamarel</city>, <state>TM</state></location><story.date norm='20250602'>June 2</story.date></dateline>",
         "published=20250602; June 2\ndateline=Tamarel, TM June 2\nlocated=Tamarel"},
        {"<dateline><location>LOWER MARL</location><story.date norm='20250602'>20250602T000000Z</story.date></dateline>",
         "published=20250602; 20250602T000000Z\ndateline=LOWER MARL"},
        {"<dateline>TAMAREL</dateline>",
         "\ndateline=TAMAREL"},
        {"<abstract><p>One.</p><p>Two.</p></abstract>",
         "summary=One.\n\nTwo."},
        {"<distributor><org>Halyard</org></distributor><rights>(c) Halyard</rights>",
         "source=Halyard copyright=(c) Halyard"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.body_head);
        CHECK(read_body_head(each.body_head) == each.expected + "\n");
    }
}

TEST_CASE("the content of a NITF document becomes paragraphs", "[formats]") {
    struct Case {
        std::string content, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"<p>One\n  two.</p><p>Three.</p>",                        "One two.\n\nThree."},
        {"<p>A <person>Jane</person>'s <em>boat</em>.</p>",        "A Jane's boat."},
        {"<block><p>In</p></block><hl2>Sub</hl2><p>Out</p>",       "In\n\nSub\n\nOut"},
        {"<p>a<br/>b<br/><br/>c</p>",                              "a\nb\n\nc"},
        {"<ul><li>one</li><li>two</li></ul><p>x</p>",              "one\ntwo\n\nx"},
        {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"},
        {"<media><media-caption>A boat</media-caption></media><p>x</p>", "x"},
        {"<pre>a  b\n c</pre><p>d</p>",                            "a  b\n c\n\nd"},
        {"<p>1 &lt; 2 &amp; 3</p>",                                "1 < 2 & 3"},
        {"<block class='lead_paragraph'><p>L</p></block><block class='full_text'><p>L</p><p>M</p></block>", "L\n\nM"},
        {"<block class='lead_paragraph'><p>L</p></block>",         "L"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.content);
        CHECK(read_content(each.content) == "body=" + each.expected + "\n");
    }
}

TEST_CASE("a NITF document that breaks off is kept as far as it goes", "[formats]") {
    CHECK(read_wire("<nitf><body><body.head><hedline><hl1>T</hl1></hedline></body.head>"
                    "<body.content><p>One.</p><p>Tw") ==
          "headline=T body=One.\n\nTw !xml-broken=body\n[xml-broken!]\n");
    CHECK(read_wire("<nitf><body><body.head>") == "[xml-broken!]\n");
}

TEST_CASE("the declared language of a NITF document is taken", "[formats]") {
    CHECK(read_wire("<nitf baselang='nb-NO'><head><title>T</title></head></nitf>") ==
          "headline=T language=nb-NO\n");
}

TEST_CASE("hostile NITF is bounded in time and size", "[formats]") {
    std::string deep = "<nitf><body><body.content>";
    for (int i = 0; i < 1000000; ++i) deep += "<block>";
    CHECK(read_wire(deep) == "[xml-too-deep!]\n");

    std::string bomb = "<!DOCTYPE nitf [<!ENTITY a '" + std::string(2000, 'x') +
                       "'><!ENTITY b '&a;&a;&a;'>]><nitf><body><body.content><p>";
    for (int i = 0; i < 100000; ++i) bomb += "&a;&b;";
    CHECK(read_wire(bomb).ends_with("[xml-entities!]\n"));

    std::string wide = "<nitf><body><body.content>";
    for (int i = 0; i < 200000; ++i) wide += "<p/>x<br/>";
    CHECK(read_wire(wide + "</body.content></body></nitf>").size() > 400000);
}
