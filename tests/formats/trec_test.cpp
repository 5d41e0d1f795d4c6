#include <catch2/catch.hpp>

#include "formats/reading.hpp"
#include "formats/trec_docno.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

std::string printed_whole(const core::Draft& draft) {
    std::string out = printed(draft);
    const Article& article = draft.article;
    for (const auto& [name, text] : {std::pair{" dateline=", &article.dateline},
                                     {" section=", &article.section},
                                     {" story=", &draft.story},
                                     {" page=", &draft.page}})
        if (!text->empty()) out += name + *text;
    return out + "\n";
}

std::string trec(const std::string& text, std::size_t piece = 100000) {
    const Opened opened = open(std::make_unique<StringSource>(text, piece), "file");
    CHECK(opened.format->name == "trec");
    std::string out;
    for (;;) {
        try {
            const auto draft = opened.reader->next();
            if (!draft) return out;
            out += printed_whole(*draft);
        } catch (const core::BadRecord& bad) {
            out += "[" + bad.code() + "]\n";
        }
    }
}

}  // namespace

TEST_CASE("TREC documents of the AP's kind: the file id dates them", "[formats]") {
    CHECK(trec("<DOC>\n<DOCNO> AP880212-0001 </DOCNO>\n"
               "<FILEID>AP-NR-02-12-88 2344EST</FILEID>\n<FIRST>u i AM-Mill 1stLd</FIRST>\n"
               "<HEAD>Mill Closes &amp; Workers March</HEAD>\n<BYLINE>By ADA FINCH</BYLINE>\n"
               "<DATELINE>ELMO (AP) </DATELINE>\n<TEXT>\n   The mill closed.\n</TEXT>\n</DOC>\n") ==
          "headline=Mill Closes & Workers March guid=AP880212-0001 byline=By ADA FINCH "
          "published=1988-02-12 23:44 EST; 1988-02-12 source=AP dateline=ELMO (AP) "
          "story=\n   The mill closed.\n\n");
}

TEST_CASE("TREC documents of the Journal's kind: a lead apart, dates of digits", "[formats]") {
    CHECK(trec("<DOC>\n<DOCNO> WSJ870324-0001 </DOCNO>\n<HL> Elmo Mills Sets Payout</HL>\n"
               "<DD> = 870324 </DD>\n<SO> ELMO JOURNAL (J)</SO>\n<IN> TEXTILES, STEEL (STL) </IN>\n"
               "<LP>The lead. </LP>\n<TEXT>\nThe rest.\n</TEXT>\n</DOC>\n") ==
          "headline=Elmo Mills Sets Payout guid=WSJ870324-0001 published=1987-03-24; 1987-03-24 "
          "source=ELMO JOURNAL (J) keywords=TEXTILES; STEEL (STL) story=The lead. \n\n\nThe "
          "rest.\n\n");
}

TEST_CASE("TREC documents of the Times's kind: paragraphs in every field", "[formats]") {
    CHECK(
        trec("<DOC>\n<DOCNO> LA010189-0001 </DOCNO>\n<DATE>\n<P>\nJanuary 1, 1989, Sunday, Home "
             "Edition \n</P>\n</DATE>\n<SECTION>\n<P>\nMetro; Part 2\n</P>\n</SECTION>\n"
             "<HEADLINE>\n<P>\nMILL CLOSES\n</P>\n</HEADLINE>\n<TEXT>\n<P>\nOne.\n</P>\n<P>\nTwo."
             "\n</P>\n</TEXT>\n<GRAPHIC>\n<P>\nPhoto, the mill\n</P>\n</GRAPHIC>\n</DOC>\n") ==
        "headline=MILL CLOSES guid=LA010189-0001 published=January 1, 1989, Sunday, Home Edition; "
        "1989-01-01 source=Los Angeles Times section=Metro; Part 2 "
        "story=\n\n\n\nOne.\n\n\n\n\n\n\nTwo.\n\n\n\n\n");
}

TEST_CASE("several TREC documents, some unclosed, in pieces of any size", "[formats]") {
    const std::string three =
        "<DOC>\n<DOCNO>a</DOCNO>\n<TEXT>One <b>bold</b> &#65; &nosuch; a < b.\n</TEXT>\n"
        "<DOC>\n<DOCNO>b</DOCNO>\n<HEADLINE>Two\n<TEXT>Second.\n</TEXT>\n</DOC>\n"
        "<doc id=\"AFP_ENG_20040101.0001\" type=\"story\">\n<headline>\nThree\n</headline>\n"
        "<text><p>Third.</p></text></doc>";
    for (const std::size_t piece : {1u, 17u, 100000u})
        CHECK(trec(three, piece) ==
              "guid=a body=One bold A &nosuch; a < b.\n !sgml-unclosed=file\n"
              "headline=Two guid=b story=Second.\n\n"
              "headline=Three guid=AFP_ENG_20040101.0001 published=2004-01-01 source=AFP "
              "story=\n\nThird.\n\n\n");
}

TEST_CASE("pages in TREC's web collections go to the page reader", "[formats]") {
    CHECK(trec("<DOC>\n<DOCNO>GX000-00-0000000</DOCNO>\n<DOCHDR>\nhttp://elmo.example/mill\n"
               "HTTP/1.1 200 OK\n</DOCHDR>\n<html><title>Mill</title><section>x</section></html>\n"
               "</DOC>") ==
          "guid=GX000-00-0000000 url=http://elmo.example/mill page=\n"
          "<html><title>Mill</title><section>x</section></html>\n\n");
}

TEST_CASE("a TREC record beyond all measure costs itself alone", "[formats]") {
    CHECK(trec("<DOC>\n<DOCNO>a</DOCNO>\n" + std::string(33 << 20, 'x') +
               "</DOC>\n<DOC>\n<DOCNO>b</DOCNO><TEXT>B</TEXT></DOC>") ==
          "[record-too-long]\nguid=b body=B\n");
}

TEST_CASE("a TREC document of unclosed elements is read in linear time", "[formats]") {
    std::string text = "<DOC>\n<DOCNO>a</DOCNO>\n";
    for (int i = 0; i < 400000; ++i) text += i % 2 ? "<TITLE>\n" : "<HL><HEAD>";
    CHECK(trec(text).starts_with("guid=a"));
}

TEST_CASE("TREC records in one another are read in linear time", "[formats]") {
    std::string text = "<DOC>\n<DOCNO>a</DOCNO>\n";
    while (text.size() < std::size_t(40) << 20) text += "<DOC>  <HL>";
    CHECK(trec(text).starts_with("guid=a !sgml-unclosed=file\n[record-too-long]\n"));
}

TEST_CASE("document numbers tell the publication and the day", "[formats]") {
    struct Case {
        std::string docno, expected;
    };
    const Case cases[] = {
        {"AP880212-0001", "AP 1988-02-12"},
        {"LA010189-0001", "Los Angeles Times 1989-01-01"},
        {"NYT19980601.0001", "The New York Times 1998-06-01"},
        {"XIN_ENG_20030402.0007", "Xinhua 2003-04-02"},
        {"FT921-3", "Financial Times "},
        {"AP889912-0001", "AP "},
        {"FBIS3-1", " "},
        {"APPLE1", " "},
        {"LAX", " "},
        {"", " "},
    };
    for (const Case& each : cases) {
        const DocnoFacts facts = docno_facts(each.docno);
        CHECK(facts.source + " " + facts.date == each.expected);
    }
    CHECK(ap_file_date("AP-NR-13-12-88 2344EST").empty());
    CHECK(ap_file_date("AP-NR-02-12-88") == "1988-02-12");
}
