#include <catch2/catch.hpp>

#include "extract/extract.hpp"

using namespace morgue::extract;

namespace {

// "Jane Doe; John Roe (AP)"
std::string read(std::string_view text) {
    const auto byline = read_byline(text);
    std::string out;
    for (const auto& author : byline.authors) out += (out.empty() ? "" : "; ") + author;
    if (!byline.agency.empty()) out += (out.empty() ? "(" : " (") + byline.agency + ")";
    return out;
}

struct Case {
    std::string_view text, expected;
};

}  // namespace

TEST_CASE("a byline gives its authors and leaves the agency out", "[extract]") {
    // clang-format off
    const Case cases[] = {
        {"By Jane Doe, Reuters",                                 "Jane Doe (Reuters)"},
        {"By Jane Doe Reuters",                                  "Jane Doe (Reuters)"},
        {"By Jane Doe, Reuters.",                                "Jane Doe (Reuters)"},
        {"By Jane Doe and John Roe, Associated Press",           "Jane Doe; John Roe (Associated Press)"},
        {"By Jane Doe, John Roe & Ann Poe",                      "Jane Doe; John Roe; Ann Poe"},
        {"Jane Doe; John Roe | Ann Poe",                         "Jane Doe; John Roe; Ann Poe"},
        {"By Jane Doe in Beirut and John Roe in Cairo",          "Jane Doe; John Roe"},
        {"By Jane Doe for the BBC",                              "Jane Doe"},
        {"By Jane Doe, Staff Writer",                            "Jane Doe"},
        {"By Jane Doe, Press Association Political Correspondent", "Jane Doe"},
        {"By The Associated Press",                              "(Associated Press)"},
        {"By Staff",                                             ""},
        {"Von Max Muster und Eva Beispiel, dpa",                 "Max Muster; Eva Beispiel (dpa)"},
        {"Par Jean-Luc Dupont avec AFP",                         "Jean-Luc Dupont (AFP)"},
        {"Por Mar\u00EDa Jos\u00E9 P\u00E9rez y Juan G\u00F3mez", "Mar\u00EDa Jos\u00E9 P\u00E9rez; Juan G\u00F3mez"},
        {"Di Mario Rossi e Anna Bianchi",                        "Mario Rossi; Anna Bianchi"},
        {"Door Jan van der Berg en Piet Smit",                   "Jan van der Berg; Piet Smit"},
        {"By Jane Doe @jdoe John Roe",                           "Jane Doe; John Roe"},
        {"Autorin: Eva Beispiel",                                "Eva Beispiel"},
        {"Written by Jane Doe Edited by John Roe",               "Jane Doe"},
    };
    // clang-format on
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(read(text) == expected);
    }
}

TEST_CASE("addresses and dates are no part of a name", "[extract]") {
    const Case cases[] = {
        {"jane@example.com (Jane Doe)", "Jane Doe"},
        {"Jane Doe <jane@example.com>", "Jane Doe"},
        {"By Jane Doe @janedoe", "Jane Doe"},
        {"By JANE DOE March 11, 2015 3:46 PM", "Jane Doe"},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(read(text) == expected);
    }
}

TEST_CASE("what a form prints where it knows no author is no author", "[extract]") {
    for (const std::string_view text : {"No Author", "unknown", "By N/A", "Published", "admin"}) {
        CAPTURE(text);
        CHECK(read(text).empty());
    }
}

TEST_CASE("what belongs to a name stays with it", "[extract]") {
    const Case cases[] = {
        {"By John Roe, Jr. and Jane Doe, PhD", "John Roe Jr.; Jane Doe"},
        {"By Jane E Smith and E. M. Roe", "Jane E Smith; E. M. Roe"},
        {"Doe, Jane", "Jane Doe"},
        {"example author", "example author"},
        {"Lars", "Lars"},
        {"Organization for Better Weather", "Organization for Better Weather"},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(read(text) == expected);
    }
}

TEST_CASE("capitals are folded to names", "[extract]") {
    const Case cases[] = {
        {"By JANE O'BRIEN-SMITH", "Jane O'Brien-Smith"},
        {"BY TED d'AFFLITTO, REUTERS", "Ted d'Afflitto (Reuters)"},
        {"By McDONALD SMITH", "McDonald Smith"},
        {"By JAN VAN DER BERG AND J.K. ROE", "Jan van der Berg; J.K. Roe"},
        {"KLARA L\u00D6WE", "Klara L\u00F6we"},
        {"Jean DUPONT", "Jean Dupont"},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(read(text) == expected);
    }
}

TEST_CASE("a byline is told from a sentence that begins like one", "[extract]") {
    for (const std::string_view line :
         {"By JANE DOE", "Von Max Muster", "By Jane Doe and John Roe, Associated Press",
          "By The Associated Press", "By Staff", "Jane Doe, Staff Writer", "By Jane Doe in Beirut",
          "by Jane Doe, Reuters"}) {
        CAPTURE(line);
        CHECK(is_byline(line));
    }
    for (const std::string_view line :
         {"", "By", "By Tuesday, the storm had passed", "By the numbers", "BY THE END OF THE YEAR",
          "By 2030, Emissions Must Fall", "By-elections Held in Three States", "Jane Doe",
          "Von der Leyen spricht in Rom", "The mayor, John Roe, resigned", "Who Voted By Mail?"}) {
        CAPTURE(line);
        CHECK_FALSE(is_byline(line));
    }
}

TEST_CASE("a byline without 'By' is found where an agency or a job follows the name", "[extract]") {
    CHECK(is_byline("Jane Doe | Reuters"));
    CHECK(is_byline("Jane Doe, Political Editor"));
    CHECK_FALSE(is_byline("Storm Hits, Coast Floods"));
}

TEST_CASE("a text of any length is no byline and costs little", "[extract]") {
    const std::string text = "By " + std::string(3'000'000, 'x');
    CHECK_FALSE(is_byline(text));
    CHECK(read(text).empty());
}
