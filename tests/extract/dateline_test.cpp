#include <catch2/catch.hpp>

#include "extract/dateline_head.hpp"
#include "extract/extract.hpp"

using namespace morgue::extract;

namespace {

// "text | located | agency | date", where a "Text" follows.
std::string read(const std::string& text) {
    const auto found = read_dateline(text);
    if (!found) return "-";
    CHECK(text.substr(found->length).starts_with("Text"));
    return found->text + " | " + found->located + " | " + found->agency + " | " +
           (found->date ? found->date->iso() : "");
}

struct Case {
    std::string text, expected;
};

}  // namespace

TEST_CASE("a dateline is read in the ways that agencies print it", "[extract]") {
    // clang-format off
    const Case cases[] = {
        {"CARACAS, Venezuela (AP) \u2014 Text",          "CARACAS, Venezuela (AP) \u2014 | Caracas | AP | "},
        {"SALEM, Ore. \u2014 Text",                       "SALEM, Ore. \u2014 | Salem |  | "},
        {"MADRID, 3 de mayo de 2024.- Text",             "MADRID, 3 de mayo de 2024.- | Madrid |  | 2024-05-03"},
        {"LIMA (EFE).- Text",                            "LIMA (EFE).- | Lima | EFE | "},
        {"CARACAS, Sept 28 (Reuters) - Text",            "CARACAS, Sept 28 (Reuters) - | Caracas | Reuters | "},
        {"SALVADOR, Feb 26 - Text",                      "SALVADOR, Feb 26 - | Salvador |  | "},
        {"La Paz, march 4 - Text",                       "La Paz, march 4 - | La Paz |  | "},
        {"WASHINGTON (AFP) - Text",                      "WASHINGTON (AFP) - | Washington | AFP | "},
        {"Berlin (dpa) - Text",                          "Berlin (dpa) - | Berlin | dpa | "},
        {"Tel Aviv/Beirut (dpa/abc) - Text",             "Tel Aviv/Beirut (dpa/abc) - | Tel Aviv | dpa | "},
        {"PARIS, 3 March (AFP) -- Text",                 "PARIS, 3 March (AFP) -- | Paris | AFP | "},
        {"NEW YORK \u2014 Text",                         "NEW YORK \u2014 | New York |  | "},
        {"NEW YORK\u2014Text of it",                     "NEW YORK\u2014 | New York |  | "},
        {"ST. LOUIS (AP) _ Text",                        "ST. LOUIS (AP) _ | St. Louis | AP | "},
        {"COEUR D'ALENE, Idaho - Text",                  "COEUR D'ALENE, Idaho - | Coeur D'Alene |  | "},
        {"PORT-AU-PRINCE, Haiti (AP) -- Text",           "PORT-AU-PRINCE, Haiti (AP) -- | Port-au-Prince | AP | "},
        {"SYDNEY March 22 AAP - Text",                   "SYDNEY March 22 AAP - | Sydney | AAP | "},
        {"WASHINGTON, March 3, Reuters - Text",          "WASHINGTON, March 3, Reuters - | Washington | Reuters | "},
        {"HAVANA, Thursday - Text",                      "HAVANA, Thursday - | Havana |  | "},
        {"NEW YORK--(BUSINESS WIRE)--Text",              "NEW YORK--(BUSINESS WIRE)-- | New York | Business Wire | "},
        {"MOSCOW, March 3 /TASS/. Text",                 "MOSCOW, March 3 /TASS/. | Moscow | TASS | "},
        {"CARACAS (Reuters) Text",                       "CARACAS (Reuters) | Caracas | Reuters | "},
        {"Managua, 3 ene (EFE).- Text",                  "Managua, 3 ene (EFE).- | Managua | EFE | "},
        {"(Reuters) - Text",                             "(Reuters) - |  | Reuters | "},
        {"(ANSA) - ROMA, 01 LUG - Text",                 "(ANSA) - ROMA, 01 LUG - | Roma | ANSA | "},
    };
    // clang-format on
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(read(text) == expected);
    }
}

TEST_CASE("a dateline tells the day only where its year is printed", "[extract]") {
    // clang-format off
    const Case cases[] = {
        {"LONDON, March 18, 2025 /PRNewswire/ -- Text",  "LONDON, March 18, 2025 /PRNewswire/ -- | London | PRNewswire | 2025-03-18"},
        {"MADRID, 21 Nov. 2024 (Europa Press) - Text",   "MADRID, 21 Nov. 2024 (Europa Press) - | Madrid | Europa Press | 2024-11-21"},
        {"SAN SALVADOR, 3 JAN 90 -- Text",               "SAN SALVADOR, 3 JAN 90 -- | San Salvador |  | 1990-01-03"},
        {"PARIS, 30 Feb 2024 (AFP) - Text",              "PARIS, 30 Feb 2024 (AFP) - | Paris | AFP | "},
    };
    // clang-format on
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(read(text) == expected);
    }
}

TEST_CASE("a parenthesis names the region behind a place and the sender behind a day",
          "[extract]") {
    // clang-format off
    const Case cases[] = {
        {"SAN JOSE (COSTA RICA), 16 OCT 89 (RADIO X) -- Text", "SAN JOSE (COSTA RICA), 16 OCT 89 (RADIO X) -- | San Jose | RADIO X | 1989-10-16"},
        {"NO CITY (ARGENTINA), 08 JUL 89 -- Text",             "NO CITY (ARGENTINA), 08 JUL 89 -- | No City |  | 1989-07-08"},
        {"LIMA, 12 NOV 89 (ACAN - EFE) -- Text",               "LIMA, 12 NOV 89 (ACAN - EFE) -- | Lima | ACAN-EFE | 1989-11-12"},
    };
    // clang-format on
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(read(text) == expected);
    }
}

TEST_CASE("a dateline may be broken between lines, but stands in one paragraph", "[extract]") {
    CHECK(read("MEXICO CITY, 21 NOV 89 (RED\nNACIONAL) --\nText") ==
          "MEXICO CITY, 21 NOV 89 (RED NACIONAL) -- | Mexico City | RED NACIONAL | 1989-11-21");
    CHECK(read("STORM HITS COAST\n    HALIFAX, March 3 - Text") == "-");
    CHECK(read("STORM HITS COAST\n\nHALIFAX, March 3 - Text") == "-");
}

TEST_CASE("the first words of a sentence are no dateline", "[extract]") {
    const std::string cases[] = {
        "",
        "-",
        "The council met on Tuesday, March 3 - the day it burned",
        "Paris \u2014 the city of light \u2014 is full",
        "Smith - who died - was old",
        "BREAKING - Something happened",
        "UPDATE 1 - Something happened",
        "ECONOMIC SPOTLIGHT - ITALIAN BOOM",
        "ROTTERDAM SUBSIDY TO END JULY 1 - MINISTER",
        "The company (AP) said so",
        "U.S. stocks - mostly tech - fell",
        "WASHINGTON: it rained",
        "March 3, 2024 - it rained",
        "Text-to-speech is new",
        "(c) dpa - it rained",
        "(dpa) it rained",
    };
    for (const auto& text : cases) {
        CAPTURE(text);
        CHECK_FALSE(read_dateline(text).has_value());
    }
}

TEST_CASE("a dateline that a format gives needs no dash", "[extract]") {
    CHECK(read_given_dateline("SYDNEY").located == "Sydney");
    CHECK(read_given_dateline("Newport News, VA").located == "Newport News");
    const auto given = read_given_dateline("STOCKHOLM, Aug 29, 2014 (AFP)");
    CHECK(given.located == "Stockholm");
    CHECK(given.agency == "AFP");
    REQUIRE(given.date.has_value());
    CHECK(given.date->iso() == "2014-08-29");
    CHECK(read_given_dateline("SEOUL, South Korea \u2014").located == "Seoul");
    CHECK(read_given_dateline("2018-01-03 20:13").located.empty());
}
