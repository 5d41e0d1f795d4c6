#include <catch2/catch.hpp>

#include "formats/csv_rows.hpp"
#include "formats/field_map.hpp"
#include "formats/reading.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

// Fields in brackets, rows by lines.
std::string rows(const std::string& text, char delimiter = ',', std::size_t piece = 100000) {
    CsvRows table(std::make_unique<StringSource>(text, piece), delimiter);
    std::string out;
    for (;;) {
        try {
            const CsvRows::Row* row = table.next();
            if (row == nullptr) return out;
            out += std::to_string(table.line()) + ":";
            for (const std::string_view field : *row) out += "[" + std::string(field) + "]";
            out += "\n";
        } catch (const core::BadRecord& bad) {
            out += std::to_string(table.line()) + ":" + bad.code() + "\n";
        } catch (const core::BadInput& bad) {
            return out + bad.code() + "!";
        }
    }
}

std::string mapped(const std::string& text, const std::string& rules) {
    const FieldMap map = FieldMap::parse(rules, "map");
    return read_all(text, "a.csv", {.map = &map});
}

}  // namespace

TEST_CASE("rows of a table are read as RFC 4180 has them, in pieces of any size", "[formats]") {
    struct Case {
        std::string text, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"a,b\r\n1,2\r\n",                         "1:[a][b]\n2:[1][2]\n"},
        {"a,b\n1,2",                               "1:[a][b]\n2:[1][2]\n"},
        {"a,b\r1,2\r",                             "1:[a][b]\n2:[1][2]\n"},
        {"a,\"b,\n\"\"c\"\"\"\nd,e\n",             "1:[a][b,\n\"c\"]\n3:[d][e]\n"},
        {"\n\na,,\n\n",                            "3:[a][][]\n"},
        {"\"\",\"\"\n",                            "1:[][]\n"},
        {"a\"b,\"c\" , d\n",                       "1:[a\"b][c][ d]\n"},
        {"\"He said \"yes\" to me\",x\n",          "1:[He said \"yes\" to me][x]\n"},
        {"a,\"b\nc,d\ne,f\n",                      "1:csv-unclosed-quote\n2:[c][d]\n3:[e][f]\n"},
        {"",                                       ""},
    };
    // clang-format on
    for (const Case& each : cases)
        for (const std::size_t piece : {1u, 3u, 100000u}) {
            INFO(each.text);
            CHECK(rows(each.text, ',', piece) == each.expected);
        }
}

TEST_CASE("a field may be longer than any buffer, a row not longer than 16 MiB", "[formats]") {
    const std::string large(1 << 20, 'x'), huge(17 << 20, 'x'), endless(1000000, ',');
    CHECK(rows("a,\"" + large + "\"\nb,c\n") == "1:[a][" + large + "]\n2:[b][c]\n");
    CHECK(rows("a,\"" + huge + "\nb,c\n") == "1:csv-unclosed-quote\n2:[b][c]\n");
    CHECK(rows("a," + huge + "\nb,c\n") == "1:record-too-long\n2:[b][c]\n");
    CHECK(rows(endless + "\nb,c\n") == "1:record-too-long\n2:[b][c]\n");
}

TEST_CASE("a table of unclosed quotes is given up", "[formats]") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "a,\"b\n";
    CHECK(rows(text).ends_with("csv-broken!"));
}

TEST_CASE("what parts the fields is seen from the table", "[formats]") {
    CHECK(find_delimiter("title,date,text\na,b,c\nd,e,\"f;g;h\"\n") == ',');
    CHECK(find_delimiter("titel;text\n1,5 Grad;2,5 Grad\n1,0 und 2,0;x\n") == ';');
    CHECK(find_delimiter("title\ttext\na, b, c\td\n") == '\t');
    CHECK(find_delimiter("title|text\na|b\n") == '|');
    CHECK(find_delimiter("one line\nand another\n") == 0);
}

TEST_CASE("the usual names of columns are known, whatever their case", "[formats]") {
    CHECK(read_all("\xEF\xBB\xBFid,Article Title,Author,DATE,URL,Publication,Content\n"
                   "7,Mill closes,By Ada Finch,2024-03-05,http://e.example/7,The Post,It did.\n"
                   "8,NULL,,nan,,,<p>Only &amp; text</p>\n") ==
          "headline=Mill closes guid=7 url=http://e.example/7 byline=By Ada Finch "
          "published=2024-03-05 source=The Post body=It did.\n"
          "guid=8 body_html=<p>Only &amp; text</p>\n");
    CHECK(read_all("sep=;\nTitel;Datum;Text\nMühle;5. März 2024;Zu.\n") ==
          "headline=Mühle published=5. März 2024 body=Zu.\n");
    CHECK(read_all("title\ttags\nMill\ttrade;towns\n") == "headline=Mill keywords=trade; towns\n");
}

TEST_CASE("a table without a text column says what columns it has", "[formats]") {
    CHECK(read_all("a,b\n1,2\n3,4\n", "x.csv") == "[csv-columns!]\n");
    CHECK(read_all("Prices rose, said the bank,\nand fell, said the mayor,\n") !=
          "[csv-columns!]\n");
}

TEST_CASE("rows of another width are told of", "[formats]") {
    CHECK(read_all("title,text,url\na,b\nc,d,e,f\ng,h,i,,\n") ==
          "headline=a body=b !csv-width=file\n"
          "headline=c url=e body=d !csv-width=file\n"
          "headline=g url=i body=h\n");
}

TEST_CASE("rules name the columns of a table", "[formats]") {
    CHECK(mapped("t,d,x\nMill,05.03.2024,It closed.\nBridge,2024,It opened.\n",
                 "headline = t\npublished = d : date \"%d.%m.%Y\"\nbody = x\n") ==
          "headline=Mill published=2024-03-05 body=It closed.\n"
          "headline=Bridge body=It opened. !date-unparsed=published\n");
    CHECK(mapped("Mill|It closed.\n",
                 "columns = t, x\ndelimiter = \"|\"\nheadline = t\nbody = x\n") ==
          "headline=Mill body=It closed.\n");
    CHECK(mapped("t,x\na,b\nc,d\n", "headline = t\nbyline = who\n") ==
          "headline=a !map-unmatched=file\nheadline=c\n");
    CHECK(mapped("t,x\na,b\n", "headline = nothing\n") == "[csv-columns!]\n");
}

TEST_CASE("a table whose header has no end is refused, not a bug", "[csv]") {
    CHECK(read_all("\"headline,body\nA,B\n", "a.csv", {.format = find_format("csv")}) ==
          "[csv-unclosed-quote!]\n");
}
