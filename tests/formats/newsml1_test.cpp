#include <catch2/catch.hpp>

#include "formats/wire_reading.hpp"

using namespace morgue::formats;

namespace {

std::string read_item(const std::string& parts, const std::string& attributes = {}) {
    return read_wire("<NewsML><NewsEnvelope/><NewsItem " + attributes + ">" + parts +
                     "</NewsItem></NewsML>");
}

std::string component(const std::string& role, const std::string& content) {
    return "<NewsComponent>" +
           (role.empty() ? std::string() : "<Role FormalName='" + role + "'/>") +
           "<ContentItem><DataContent>" + content + "</DataContent></ContentItem></NewsComponent>";
}

}  // namespace

TEST_CASE("a NewsML 1 item says what its lines and metadata say", "[formats]") {
    CHECK(read_item("<Identification><NewsIdentifier><ProviderId>g.example</ProviderId>"
                    "<PublicIdentifier>urn:newsml:g.example:1</PublicIdentifier></NewsIdentifier>"
                    "</Identification><NewsManagement><FirstCreated>20250602T1000Z</FirstCreated>"
                    "<ThisRevisionCreated>20250603T1000Z</ThisRevisionCreated></NewsManagement>"
                    "<NewsComponent><NewsLines><HeadLine>T</HeadLine><SubHeadLine>S</SubHeadLine>"
                    "<ByLine>By Jane Doe</ByLine><DateLine>TAMAREL -</DateLine>"
                    "<SlugLine>Ferry</SlugLine><CopyrightLine>(c) G</CopyrightLine></NewsLines>"
                    "<AdministrativeMetadata><Provider><Party FormalName='Halyard'/></Provider>"
                    "</AdministrativeMetadata><DescriptiveMetadata><Language FormalName='EN'/>"
                    "<Location HowPresent='Origin'><Property FormalName='City' Value='Tamarel'/>"
                    "</Location><Property FormalName='Keyword' Value='ferry'/>"
                    "</DescriptiveMetadata></NewsComponent>") ==
          "headline=T guid=urn:newsml:g.example:1 byline=By Jane Doe published=20250602T1000Z "
          "updated=20250603T1000Z source=Halyard copyright=(c) G keywords=ferry language=en\n"
          "subheadline=S\nslugline=Ferry\ndateline=TAMAREL -\nlocated=Tamarel\n");
}

TEST_CASE("a NewsML 1 item without a public identifier is named by its parts", "[formats]") {
    CHECK(read_item("<Identification><NewsIdentifier><ProviderId>g.example</ProviderId>"
                    "<DateId>20250602</DateId><NewsItemId>7</NewsItemId><RevisionId>1</RevisionId>"
                    "</NewsIdentifier><NameLabel>Ferry</NameLabel></Identification>") ==
          "headline=Ferry guid=urn:newsml:g.example:20250602:7:1 published=20250602 "
          "source=g.example\n");
}

TEST_CASE("of the components of a NewsML 1 item the main text is read", "[formats]") {
    struct Case {
        std::string components, expected;
    };
    // clang-format off
    const Case cases[] = {
        {component("", "<p>One.</p><p>Two.</p>"),                              "body=One.\n\nTwo."},
        {component("", "<nitf><body><body.content><p>One.</p></body.content></body></nitf>"), "body=One."},
        {component("", "<![CDATA[<P>One.</P>]]>"),                             "body_html=<P>One.</P>"},
        {component("", "<html><head><title>x</title></head><body><p>One.</p></body></html>"), "body=One."},
        {component("", "Short.") + component("", "A longer one."),             "body=A longer one."},
        {component("Main", "Short.") + component("", "A longer one."),         "body=Short."},
        {component("", "A longer one.") + component("Main Text", "Short."),    "body=Short."},
        {component("Caption", "A boat in the harbour.") + component("", "x"),  "body=x"},
        {component("StyleSheet", ".a { color: red; } ...") + component("", "x"), "body=x"},
        {"<NewsComponent>" + component("", "Inner.") + "</NewsComponent>",     "body=Inner."},
        {"<NewsComponent><ContentItem><MediaType FormalName='Photo'/><DataContent>abc</DataContent></ContentItem></NewsComponent>", ""},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.components);
        CHECK(read_item(each.components) == each.expected + "\n");
    }
}

TEST_CASE("NewsML 1 components nested without end are an error", "[formats]") {
    std::string deep = "<NewsML><NewsItem>";
    for (int i = 0; i < 1000000; ++i) deep += "<NewsComponent>";
    CHECK(read_wire(deep) == "[xml-too-deep!]\n");
}
