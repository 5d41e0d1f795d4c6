#include <catch2/catch.hpp>

#include "formats/wire_reading.hpp"

using namespace morgue::formats;

namespace {

std::string message(const std::string& text, const std::string& trailer = "021005 GMT Jun 25") {
    return "\x01gaz0042 4 i 211  hal 061\r\n\r\nHarbour/ferry/\r\n\x02" + text + "\x03" + trailer +
           "\r\n\x7F\r\n\x04";
}

}  // namespace

TEST_CASE("a message of IPTC 7901 has a header, a heading, a text and a date", "[formats]") {
    CHECK(read_wire(message("Ferry runs aground\r\nBy Jane Doe =\r\n\r\nTamarel (hal) - It\r\n"
                            "did.\r\n")) ==
          "headline=Ferry runs aground byline=By Jane Doe published=2025-06-02T10:05Z source=hal\n"
          "slugline=Harbour/ferry\nstory=\nTamarel (hal) - It\ndid.\n\n");
}

TEST_CASE("remarks above the headline of IPTC 7901 are left out", "[formats]") {
    struct Case {
        std::string heading, headline;
    };
    const Case cases[] = {
        {"(Attention)\nFerry aground =", "Ferry aground"},
        {"REFILE\n1ST LEAD\nFerry aground =", "Ferry aground"},
        {"FERRY AGROUND =", "FERRY AGROUND"},
        {"FERRY AGROUND\nBy Jane Doe =", "FERRY AGROUND byline=By Jane Doe"},
        {"Ferry aground\n\nNo equals sign.", "Ferry aground"},
    };
    for (const Case& each : cases) {
        INFO(each.heading);
        CHECK(read_wire(message(each.heading + "\n\nText.\n"))
                  .starts_with("headline=" + each.headline + " published"));
    }
}

TEST_CASE("the desk's notebook is no part of a story", "[formats]") {
    CHECK(read_wire(message("T =\n\nText.\n# hal Notebook\n* * * *\nnumbers\n", "")) ==
          "headline=T source=hal\nslugline=Harbour/ferry\nstory=\nText.\n\n");
}

TEST_CASE("the date of IPTC 7901 is read where it is whole", "[formats]") {
    const auto date = [](const std::string& trailer) {
        const std::string record = read_wire(message("T =\n", trailer));
        const auto at = record.find("published=");
        return at == record.npos ? std::string()
                                 : record.substr(at + 10, record.find(' ', at) - at - 10);
    };
    CHECK(date("131137 GMT Nov 13") == "2013-11-13T11:37Z");
    CHECK(date("131137 Nov 95") == "1995-11-13T11:37");
    CHECK(date("131137 Okt 13") == "2013-10-13T11:37");
    CHECK(date("131137 GMT") == "");
    CHECK(date("13 GMT Nov 13") == "");
    CHECK(date("131137 GMT Xyz 13") == "");
}

TEST_CASE("messages of a wire follow each other, noise between them", "[formats]") {
    const std::string wire = message("One =\n") + "noise\r\n" + message("Two =\n") +
                             "\x01\x04\x01header only\x04" + message("Three =\n").substr(0, 60);
    const std::string record = " published=2025-06-02T10:05Z source=hal\nslugline=Harbour/ferry\n";
    const std::string expected = "headline=One" + record + "headline=Two" + record +
                                 "headline=Three source=hal !message-unclosed=body\n"
                                 "slugline=Harbour/ferry\n";
    CHECK(read_wire(wire) == expected);
    CHECK(read_wire(wire, 1) == expected);
}

TEST_CASE("a message without an end is given up, not kept in memory", "[formats]") {
    CHECK(read_wire(message("One =\n") + "\x01gaz0001 4 i 1 hal 1\n\x02" +
                    std::string(std::size_t(10) << 20, 'x'))
              .ends_with("\n[record-too-long]\n"));
}
