#include <catch2/catch.hpp>

#include "formats/wire_reading.hpp"

using namespace morgue::formats;

namespace {

// Another key makes sure that it is taken for ninjs.
std::string read_members(const std::string& members) {
    return read_wire(R"({"uri":"urn:x:1","pubstatus":"usable",)" + members + "}");
}

}  // namespace

TEST_CASE("a ninjs item says what its members say, in every version", "[formats]") {
    struct Case {
        std::string members, expected;
    };
    // clang-format off
    const Case cases[] = {
        {R"("headline":"T","headline_sub":"S","byline":"By Jane Doe","located":"Tamarel","slugline":"ferry")",
         "headline=T guid=urn:x:1 byline=By Jane Doe\nsubheadline=S\nslugline=ferry\nlocated=Tamarel"},
        {R"("headlines":[{"role":"short","value":"S"},{"role":"main","value":"T"}],"by":"Jane Doe")",
         "headline=T guid=urn:x:1 byline=Jane Doe"},
        {R"("title":"T","located":[{"name":"Tamarel"}],"language":"en_GB")",
         "headline=T guid=urn:x:1 language=en-GB\nlocated=Tamarel"},
        {R"("headline":"T","firstcreated":"f","versioncreated":"v")",
         "headline=T guid=urn:x:1 published=f updated=v"},
        {R"("headline":"T","versionCreated":"v")",
         "headline=T guid=urn:x:1 published=v"},
        {R"("headline":"T","copyrightNotice":"(c) G","copyrightholder":"G","infosources":[{"name":"Halyard"}])",
         "headline=T guid=urn:x:1 source=Halyard copyright=(c) G"},
        {R"("headline":"T","keywords":["ferry"],"subject":[{"name":"transport","code":"1"}],"service":[{"name":"Ports"}])",
         "headline=T guid=urn:x:1 keywords=ferry; transport\nsection=Ports"},
        {R"("headline":"T","description_text":"D","body_text":"B")",
         "headline=T guid=urn:x:1 summary=D body=B"},
        {R"("headline":"T","body_text":"B","body_xhtml":"<p>B</p>")",
         "headline=T guid=urn:x:1 body_html=<p>B</p>"},
        {R"("headline":"T","descriptions":[{"role":"lead","value":"D"}],"bodies":[{"contentType":"text/plain","value":"B"},{"contentType":"text/html","value":"<p>B</p>"}])",
         "headline=T guid=urn:x:1 summary=D body_html=<p>B</p>"},
        {R"("headline":"T","bodies":[{"role":"nitf","value":"<?xml version=\"1.0\"?><nitf><body><body.head><byline>By Jane Doe</byline></body.head><body.content><p>B</p></body.content></body></nitf>"}])",
         "headline=T guid=urn:x:1 byline=By Jane Doe body=B"},
        {R"("headline":"T","bodies":[{"value":"<nitf><body"}])",
         "headline=T guid=urn:x:1 !xml-broken=body"},
        {R"("headline":"T","associations":{"photo":{"headline":"P","byline":"John Roe"}})",
         "headline=T guid=urn:x:1"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.members);
        CHECK(read_members(each.members) == each.expected + "\n");
    }
}

TEST_CASE("the JSON of agencies is read as ninjs is", "[formats]") {
    CHECK(read_wire(
              R"({"data":{"items":[{"meta":{},"item":{"itemid":"a1","headline":"T",)"
              R"("bylines":[{"by":"By JANE DOE"}],"firstcreated":"f","versioncreated":"v",)"
              R"("datelinelocation":{"city":"Tamarel","countrycode":"TM"},)"
              R"("subjects":[{"name":"Ferries"}]}},{"item":{"itemid":"a2","headline":"U"}}]}})") ==
          "headline=T guid=a1 byline=By JANE DOE published=f updated=v keywords=Ferries\n"
          "located=Tamarel\nheadline=U guid=a2\n");
    CHECK(read_wire(R"({"entries":[{"urn":"urn:newsml:d:1","version_created":"v","headline":"T",)"
                    R"("byline":"Von Max Muster","dateline":"Tamarel (dpa) - ","teaser":"D",)"
                    R"("article_html":"<section><p>B</p></section>",)"
                    R"("categories":[{"type":"dnltype:keyword","name":"Hafen"}]}]})") ==
          "headline=T guid=urn:newsml:d:1 byline=Von Max Muster published=v keywords=Hafen "
          "summary=D body_html=<section><p>B</p></section>\ndateline=Tamarel (dpa) - \n");
}

TEST_CASE("JSON objects in which there is nothing to read are passed over", "[formats]") {
    std::string list = R"([{"uri":"1","versioncreated":"v"})";
    for (int i = 0; i < 100000; ++i) list += ",{},{\"x\":1}";
    CHECK(read_wire(list + R"(,{"uri":"2","headline":"T"}])") == "headline=T guid=2\n");
}

TEST_CASE("a JSON item of any size is given up, not kept in memory", "[formats]") {
    CHECK(read_wire(R"([{"uri":"1","headline":"T","versioncreated":"v"},{"uri":")" +
                    std::string(std::size_t(17) << 20, 'x') + "\"}]") ==
          "headline=T guid=1 published=v\n[item-too-large!]\n");
}

TEST_CASE("ninjs items may be alone, in a list, or one a line", "[formats]") {
    const std::string one = R"({"uri":"1","headline":"T","versioncreated":"v"})",
                      two = R"({"uri":"2","headline":"U","versioncreated":"w"})",
                      expected = "headline=T guid=1 published=v\nheadline=U guid=2 published=w\n";
    CHECK(read_wire("[" + one + "," + two + "]") == expected);
    CHECK(read_wire(one + "\n" + two + "\n") == expected);
    CHECK(read_wire(one + "\n" + two + "\n", 1) == expected);
    CHECK(read_wire("{\"_items\":[" + one + ",{\"uri\":},\n" + two + "]}") ==
          "headline=T guid=1 published=v\n[json-broken]\nheadline=U guid=2 published=w\n");
}
