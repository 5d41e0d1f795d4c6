#include <catch2/catch.hpp>

#include "formats/wire_reading.hpp"

using namespace morgue::formats;

namespace {

std::string item(const std::string& parts, const std::string& attributes = "guid='urn:x:1'") {
    return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' " + attributes + ">" + parts +
           "</newsItem>";
}

std::string read_meta(const std::string& content_meta) {
    return read_wire(item("<contentMeta>" + content_meta + "</contentMeta>", ""));
}

std::string read_set(const std::string& content_set) {
    return read_wire(item("<contentMeta><headline>T</headline></contentMeta><contentSet>" +
                          content_set + "</contentSet>"));
}

}  // namespace

TEST_CASE("a NewsML-G2 item says what its metadata say", "[formats]") {
    struct Case {
        std::string meta, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"<headline rank='3'>Kicker</headline><headline rank='1'>Main</headline>",
         "headline=Main"},
        {"<headline>Main</headline><headline role='hld:subHeadline'>Sub</headline>",
         "headline=Main\nsubheadline=Sub"},
        {"<headline role='x:sub'>Sub</headline><headline>Main</headline><headline>Other</headline>",
         "headline=Main\nsubheadline=Sub"},
        {"<headline>T</headline><by>By Jane Doe</by><dateline>TAMAREL, June 2 -</dateline><slugline>FERRY</slugline>",
         "headline=T byline=By Jane Doe\nslugline=FERRY\ndateline=TAMAREL, June 2 -"},
        {"<headline>T</headline><located qcode='g:1'><name>Tamarel</name><broader><name>Land</name></broader></located>",
         "headline=T\nlocated=Tamarel"},
        {"<headline>T</headline><located literal='Tamarel'/>",
         "headline=T\nlocated=Tamarel"},
        {"<headline>T</headline><creator role='crol:author'><name>Jane Doe</name></creator><creator><name>desk2</name></creator>",
         "headline=T authors=Jane Doe"},
        {"<headline>T</headline><infoSource literal='Halyard'/><creditline>Gazette</creditline>",
         "headline=T source=Halyard"},
        {"<headline>T</headline><keyword>ferry</keyword><subject qcode='m:1'><name>transport</name></subject><subject qcode='m:2'/>",
         "headline=T keywords=ferry; transport"},
        {"<headline>T</headline><description role='drol:caption'>A boat</description><description role='drol:summary'>Deck</description>",
         "headline=T summary=Deck"},
        {"<headline>T</headline><description role='drol:caption'>A boat</description>",
         "headline=T summary=A boat"},
        {"<headline>T</headline><language tag='fi'/>",
         "headline=T language=fi"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.meta);
        CHECK(read_meta(each.meta) == each.expected + "\n");
    }
}

TEST_CASE("a NewsML-G2 item is published when it was created", "[formats]") {
    const auto read = [](const std::string& dates) {
        return read_wire(item("<itemMeta>" + dates + "<title>T</title></itemMeta>", ""));
    };
    CHECK(read("<versionCreated>v</versionCreated><firstCreated>f</firstCreated>") ==
          "headline=T published=f updated=v\n");
    CHECK(read("<versionCreated>v</versionCreated>") == "headline=T published=v\n");
}

TEST_CASE("the text of a NewsML-G2 item may be XHTML, NITF, plain or escaped", "[formats]") {
    struct Case {
        std::string set, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><header><h1>T</h1></header><section><p>One.</p><p>Two.</p></section></body></html></inlineXML>",
         "body=One.\n\nTwo."},
        {"<inlineXML><nitf><body><body.head><byline>By Jane Doe</byline></body.head><body.content><p>One.</p></body.content></body></nitf></inlineXML>",
         "byline=By Jane Doe body=One."},
        {"<inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData>",
         "body=One.\n\nTwo."},
        {"<inlineData><![CDATA[<p>One.</p>]]></inlineData>",
         "body_html=<p>One.</p>"},
        {"<remoteContent href='a.jpg'/><inlineXML><html><body><p> </p></body></html></inlineXML><inlineXML><p>One.</p></inlineXML><inlineXML><p>Two.</p></inlineXML>",
         "body=One."},
        {"<inlineData encoding='base64'>YQ==</inlineData>",
         ""},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.set);
        CHECK(read_set(each.set) == "headline=T guid=urn:x:1" +
                                        (each.expected.empty() ? "" : " " + each.expected) + "\n");
    }
}

TEST_CASE("a NewsML-G2 message holds items one after the other", "[formats]") {
    const std::string message =
        "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/><itemSet>"
        "<packageItem guid='p0'><groupSet/></packageItem>"
        "<packageItem guid='p1'><contentMeta><headline>Day</headline></contentMeta></packageItem>" +
        item("<contentMeta><headline>One</headline></contentMeta>") +
        item("<contentMeta><headline>Two</headline></contentMeta>") + "</itemSet></newsMessage>";
    const std::string expected =
        "headline=Day guid=p1\nheadline=One guid=urn:x:1\nheadline=Two guid=urn:x:1\n";
    CHECK(read_wire(message) == expected);
    CHECK(read_wire(message, 1) == expected);
    CHECK(read_wire(message.substr(0, message.find("<headline>Two") + 12)) ==
          "headline=Day guid=p1\nheadline=One guid=urn:x:1\n"
          "headline=Tw guid=urn:x:1 !xml-broken=body\n[xml-broken!]\n");
}

TEST_CASE("a NewsML-G2 message without an item says so", "[formats]") {
    CHECK(read_wire("<newsMessage><itemSet><conceptItem/></itemSet></newsMessage>") ==
          "[no-article!]\n");
}
