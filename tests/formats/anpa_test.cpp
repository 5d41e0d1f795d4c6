#include <catch2/catch.hpp>

#include "formats/wire_reading.hpp"

using namespace morgue::formats;

namespace {

std::string message(const std::string& text) {
    return "\x16\x16\x01W2870\x1F"
           "asian\r\nf l\x13\x11 BC-TM--Tamarel-Ferry     06-02 0249\r\n\x02" +
           text +
           "\x03"
           "AP-WF-06-02-25 1005GMT<\r\n\f\r\n\x04";
}

const std::string tail = " published=2025-06-02T10:05Z source=";

}  // namespace

TEST_CASE("an ANPA message has headings between marks, and paragraphs after tabs", "[formats]") {
    CHECK(read_wire(message("^BC-TM--Tamarel-Ferry,249<\r\n^Ferry runs aground<\r\n"
                            "^AP Photo X1<\r\n^Eds: With photos.<\r\n^By JANE DOE=\r\n"
                            "^Halyard News=\r\n\tTAMAREL (AP) _ It\r\ndid.\r\n\tAnd more.\r\n")) ==
          "headline=Ferry runs aground byline=By JANE DOE" + tail +
              "Halyard News\nslugline=TM--Tamarel-Ferry\n"
              "story=\nTAMAREL (AP) _ It\ndid.\n\nAnd more.\n\n");
}

TEST_CASE("a long second heading of an ANPA message is its summary", "[formats]") {
    const std::string deck = "Among other things: a ferry runs aground in Tamarel";
    CHECK(read_wire(message("^BC-Ferry<\n^Ten things<\n^" + deck + "<\n\tText.\n")) ==
          "headline=Ten things" + tail + "AP summary=" + deck +
              "\nslugline=TM--Tamarel-Ferry\nstory=\nText.\n\n");
}

TEST_CASE("tables and subheads of an ANPA message are text", "[formats]") {
    CHECK(read_wire(message("^BC-Table<\n^Standings=\n^East=\n\bTamarel\x10 Bay;2;3\n^West=\n"
                            "\bMarl;1;4\n")) ==
          "headline=Standings" + tail +
              "AP\nslugline=TM--Tamarel-Ferry\nstory=East\nTamarel  Bay;2;3\nWest\nMarl;1;4\n\n");
}
