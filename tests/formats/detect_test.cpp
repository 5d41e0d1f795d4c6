#include <catch2/catch.hpp>

#include "formats/reading.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

std::string found(const std::string& text, const std::string& path = "file") {
    try {
        return std::string(open(std::make_unique<StringSource>(text), path).format->name);
    } catch (const core::BadInput& error) {
        return "[" + error.code() + "]";
    }
}

}  // namespace

TEST_CASE("a format is found from the content, whatever the name says", "[formats]") {
    struct Case {
        std::string text, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"<?xml version='1.0'?><!-- c --><rss><channel/></rss>",                        "rss"},
        {"<!DOCTYPE rss [<!ENTITY a '>'>]>\n<rss/>",                                    "rss"},
        {"<feed xmlns='http://www.w3.org/2005/Atom'/>",                                 "atom"},
        {"<f:feed xmlns:f='http://www.w3.org/2005/Atom'/>",                             "atom"},
        {"<r:RDF xmlns:r='urn:r' xmlns='http://purl.org/rss/1.0/'/>",                   "rdf"},
        {"{\"headline\":\"T\"}\n",                                                      "jsonl"},
        {"\n{\"body\":\"" + std::string(100000, 'x') + "\"}\n",                         "jsonl"},
        {"\xEF\xBB\xBF{\"headline\":\"T\"}\n",                                          "jsonl"},
        {"CARACAS (Reuters) - The tide turned on Monday, fishermen said.\n",            "text"},
        {"Jos\xE9 said it was caf\xE9 weather.\n",                                      "text"},
        {"<?xml version='1.0'?><invoice><sum>3</sum></invoice>",                        "[unknown-format]"},
        {"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}",          "jsonfeed"},
        {"{\"items\": [], \"home_page_url\": \"http://example.org/\"}",                 "jsonfeed"},
        {"{\"items\": [1, 2], \"total\": 2}",                                           "[unknown-format]"},
        {"{\"uri\": \"urn:x:1\", \"headlines\": [{\"value\": \"T\"}]}",                 "ninjs"},
        {"[{\"uri\": \"urn:x:1\", \"body_text\": \"B\"}]",                              "ninjs"},
        {"{\"uri\":\"urn:x:1\",\"headline\":\"T\",\"versioncreated\":\"2025\"}\n",       "ninjs"},
        {"{\"data\": {\"items\": [{\"item\": {\"itemid\": \"1\", \"renditions\": {}}}]}}",  "ninjs"},
        {"<?xml version='1.0'?><nitf><body/></nitf>",                                   "nitf"},
        {"<NewsML><NewsItem/></NewsML>",                                                "newsml1"},
        {"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='g'/>",            "newsmlg2"},
        {"<n:newsMessage xmlns:n='http://iptc.org/std/nar/2006-10-01/'/>",              "newsmlg2"},
        {"<CHANNEL HREF='http://example.org/'><ITEM/></CHANNEL>",                       "rss"},
        {"\1gaz0001 3 i 20 gaz 0001\r\n\r\nFerry/\r\n\2Ferry aground =\r\n\3",       "iptc7901"},
        {"\x16\x16\1A0001\x1F" "abc\nr a\x13\x11 BC-Ferry 01-02 0100\n\2^Ferry<\n\3",    "anpa"},
        {"[{\"a\":1}]",                                                                 "[unknown-format]"},
        {std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16),                              "[unknown-format]"},
        {std::string("\x7F" "ELF\2\1\1\0\0\0\0\0", 12),                                 "[unknown-format]"},
        {"%PDF-1.7\n1 0 obj\n",                                                         "[unknown-format]"},
        {std::string("\1\2\3\4\5\6\7\0\1\2\3\4\5\6\7\0", 16),                           "[unknown-format]"},
        {"",                                                                            "[empty]"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.text.substr(0, 80));
        CHECK(found(each.text) == each.expected);
        CHECK(found(each.text, "misnamed.png") == each.expected);
    }
}

TEST_CASE("every format is found by its name", "[formats]") {
    for (const Format& format : all_formats()) CHECK(find_format(format.name) == &format);
    CHECK(find_format("nonsense") == nullptr);
}

TEST_CASE("a format that is named is not asked for", "[formats]") {
    const auto opened = open(std::make_unique<StringSource>("{\"mood\":\"no record\"}"), "a",
                             {.format = find_format("text")});
    CHECK(opened.format->name == "text");
}
