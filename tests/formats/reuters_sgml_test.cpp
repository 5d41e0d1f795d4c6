#include <catch2/catch.hpp>

#include "formats/all.hpp"
#include "formats/reading.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

const std::string doctype = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";

std::string record(const std::string& id, const std::string& content,
                   const std::string& topics = {}) {
    return "<REUTERS TOPICS=\"YES\" OLDID=\"9\" NEWID=\"" + id +
           "\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TOPICS>" + topics +
           "</TOPICS>\n<PLACES><D>usa</D></PLACES>\n<UNKNOWN>\n&#5;&#5;&#5;C T\n</UNKNOWN>\n" +
           content + "\n</REUTERS>\n";
}

// "dateline | story", after what reading.hpp prints.
std::string read(const std::string& text, std::size_t piece = 100000) {
    const auto reader = reuters_sgml_format.open(std::make_unique<StringSource>(text, piece));
    std::string out;
    while (const auto draft = reader->next())
        out += printed(*draft) + " | " + draft->article.dateline + " | " + draft->story + "\n";
    return out;
}

const std::string full =
    record("17",
           "<TEXT>&#2;\n<TITLE>STORM &lt;STM> HITS\nCOAST</TITLE>\n<AUTHOR>    By Jane Doe, "
           "Reuters</AUTHOR>\n<DATELINE>    HALIFAX, Feb 26 - </DATELINE><BODY>Ham &amp; eggs.\n"
           "    They left.\n Reuter\n&#3;</BODY></TEXT>",
           "<D>ship</D><D>grain</D>");
const std::string full_read =
    "headline=STORM <STM> HITS\nCOAST guid=17 byline=    By Jane Doe, Reuters "
    "published=26-FEB-1987 15:01:01.79 source=Reuters keywords=ship; grain |     HALIFAX, Feb 26 - "
    " "
    "| Ham & eggs.\n    They left.\n Reuter\n\n";

}  // namespace

TEST_CASE("a Reuters record says what its parts say", "[formats]") {
    CHECK(read(doctype + full) == full_read);
}

TEST_CASE("Reuters records are found however the file is cut into pieces", "[formats]") {
    for (const std::size_t piece : {1, 2, 3, 10, 64, 1000}) {
        CAPTURE(piece);
        CHECK(read(doctype + full + full, piece) == full_read + full_read);
    }
}

TEST_CASE("a brief has its title only", "[formats]") {
    CHECK(read(record("1",
                      "<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>STORM</TITLE>Blah.\n&#3;"
                      "\n</TEXT>")) ==
          "headline=STORM guid=1 published=26-FEB-1987 15:01:01.79 source=Reuters |  | \n");
}

TEST_CASE("a text without marked parts is read as a story", "[formats]") {
    CHECK(read(record("1", "<TEXT TYPE=\"UNPROC\">&#2;\nSTORM REPORT\n It rained.\n&#3;</TEXT>")) ==
          "guid=1 published=26-FEB-1987 15:01:01.79 source=Reuters |  | \nSTORM REPORT\n It "
          "rained.\n\n");
}

TEST_CASE("an entity that is none stays as it was written", "[formats]") {
    CHECK(read(record("1", "<TEXT><TITLE>A &b; AT&T &#x; &#99999999; &#38;&</TITLE></TEXT>")) ==
          "headline=A &b; AT&T &#x; &#99999999; && guid=1 published=26-FEB-1987 15:01:01.79 "
          "source=Reuters |  | \n");
}

TEST_CASE("a record that is not closed is read and complained of", "[formats]") {
    const auto open = full.substr(0, full.find("</REUTERS>"));
    const auto complaint = full_read.substr(0, full_read.find(" |")) + " !sgml-unclosed=file" +
                           full_read.substr(full_read.find(" |"));
    CHECK(read(open + full) == complaint + full_read);
    CHECK(read(full + open) == full_read + complaint);
}

TEST_CASE("a record that never ends is given up, and the next one read", "[formats]") {
    const std::string endless = "<REUTERS NEWID=\"1\">" + std::string(9U << 20, 'x');
    const auto reader = reuters_sgml_format.open(
        std::make_unique<StringSource>(endless + record("2", "<TEXT><TITLE>STORM</TITLE></TEXT>")));
    CHECK(read_all(*reader) ==
          "[record-too-long]\nheadline=STORM guid=2 published=26-FEB-1987 15:01:01.79 "
          "source=Reuters\n");
}

TEST_CASE("Reuters files are told by how they begin", "[formats]") {
    CHECK(reuters_sgml_format.matches(doctype, "x") == 100);
    CHECK(reuters_sgml_format.matches("\n<REUTERS TOPICS=\"NO\">", "x") == 95);
    CHECK(reuters_sgml_format.matches("<html><REUTERS >", "x.sgm") == 0);
}
