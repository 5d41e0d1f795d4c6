#include <catch2/catch.hpp>

#include "extract/date_line.hpp"
#include "extract/date_scan.hpp"
#include "extract/extract.hpp"

using namespace morgue::extract;

namespace {

std::string read(std::string_view text) {
    const auto date = read_date(text);
    return date ? date->iso() : "-";
}

struct Case {
    std::string_view text, expected;
};

}  // namespace

TEST_CASE("a date is read in every form that machines write", "[extract]") {
    // clang-format off
    const Case cases[] = {
        {"2025-09-28T10:15:00+02:00",           "2025-09-28T10:15:00+02:00"},
        {"2025-09-28 10:15:00.123 UTC",         "2025-09-28T10:15:00Z"},
        {"2025-09-28T10:15Z",                   "2025-09-28T10:15Z"},
        {"2025-09-28T10:15:60Z",                "2025-09-28T10:15:59Z"},
        {"20250928T101500+0200",                "2025-09-28T10:15:00+02:00"},
        {"20250928101500",                      "2025-09-28T10:15:00"},
        {"20250928",                            "2025-09-28"},
        {"2025-09",                             "2025-09"},
        {"2025",                                "2025"},
        {"2024/9/3",                            "2024-09-03"},
        {"Wed, 02 Oct 2002 13:00:00 GMT",       "2002-10-02T13:00:00Z"},
        {"Wed, 02 Oct 02 13:00 EST",            "2002-10-02T13:00-05:00"},
        {"02 Oct 2002 13:00:00 -0330",          "2002-10-02T13:00:00-03:30"},
        {"Wed Oct  2 13:00:00 2002",            "2002-10-02T13:00:00"},
        {"Wed Oct 2 13:00:00 EDT 2002",         "2002-10-02T13:00:00-04:00"},
        {"Tue Sep 03 2024 16:05:00 GMT-0400 (Eastern Daylight Time)", "2024-09-03T16:05:00-04:00"},
        {"03/Oct/2024:13:00:00 +0000",          "2024-10-03T13:00:00Z"},
        {"26-FEB-1987 15:01:01.79",             "1987-02-26T15:01:01"},
    };
    // clang-format on
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(read(text) == expected);
    }
}

TEST_CASE("a date is read in every form that papers print", "[extract]") {
    // clang-format off
    const Case cases[] = {
        {"Sept. 3, 2024, 4:05 p.m. EDT",                "2024-09-03T16:05-04:00"},
        {"September 3rd, 2024",                         "2024-09-03"},
        {"3 September 2024 10:15",                      "2024-09-03T10:15"},
        {"the 3rd of September, 2024",                  "2024-09-03"},
        {"3 JAN 90",                                    "1990-01-03"},
        {"3 Sept. '24",                                 "2024-09-03"},
        {"September 2024",                              "2024-09"},
        {"March 18, 2025 /Newswire/ --",                "2025-03-18"},
        {"Updated 10:15 AM EDT, Tue September 3, 2024", "2024-09-03T10:15-04:00"},
        {"Published: September 3, 2024",                "2024-09-03"},
        {"12 a.m. September 3, 2024",                   "2024-09-03T00:00"},
        {"28 Sept 2024 \u2013 12 pm",                   "2024-09-28T12:00"},
    };
    // clang-format on
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(read(text) == expected);
    }
}

TEST_CASE("months are known in twelve languages, with and without accents", "[extract]") {
    // clang-format off
    const Case cases[] = {
        {"1er janvier 2024 \u00E0 16h30",           "2024-01-01T16:30"},
        {"le 3 ao\u00FBt 2024",                     "2024-08-03"},
        {"3 aout 2024",                             "2024-08-03"},
        {"mar. 3 septembre 2024",                   "2024-09-03"},
        {"3 de septiembre de 2024",                 "2024-09-03"},
        {"Dienstag, 3. M\u00E4rz 2024, 16.30 Uhr",  "2024-03-03T16:30"},
        {"gioved\u00EC 3 luglio 2024",              "2024-07-03"},
        {"3 de mar\u00E7o de 2024 \u00E0s 10h15",   "2024-03-03T10:15"},
        {"dinsdag 3 maart 2024",                    "2024-03-03"},
        {"den 3 augusti 2024",                      "2024-08-03"},
        {"3. oktober 2024 kl. 10:15",               "2024-10-03T10:15"},
        {"3. desember 2024",                        "2024-12-03"},
        {"3 wrze\u015Bnia 2024 r.",                 "2024-09-03"},
        {"5 мая 2024 г. 10:15",                     "2024-05-05T10:15"},
    };
    // clang-format on
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(read(text) == expected);
    }
}

TEST_CASE("digits alone are read where they can mean one day only", "[extract]") {
    const Case cases[] = {
        {"03.09.2024", "2024-09-03"},
        {"03.09.24", "2024-09-03"},
        {"13/09/2024", "2024-09-13"},
        {"09/13/2024", "2024-09-13"},
        {"09/09/2024", "2024-09-09"},
        {"03/09/2024", "-"},
        {"8.5.12", "2012-05-08"},
        {"8.5.12.1", "-"},
        {"8.13.12", "-"},
        {"03-09-2024", "-"},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(read(text) == expected);
    }
}

TEST_CASE("what is no date, or lacks its year, is not read as one", "[extract]") {
    const std::string_view cases[] = {
        "",
        "soon",
        "Sept 28",
        "3 March 10:15",
        "28 Sept 1430 GMT",
        "12345678",
        "1699999999",
        "The cat of 3 March 2024",
        "2024-25 season",
        "1.2.3",
        "10:15",
        "3 - 5 May 2024",
    };
    for (const auto text : cases) {
        CAPTURE(text);
        CHECK(read(text) == "-");
    }
}

TEST_CASE("a day that does not exist is told from what is no date", "[extract]") {
    const std::string_view cases[] = {
        "30 February 2024", "Feb 30, 2024", "2024-13-01",           "0000-01-01",
        "2023-02-29",       "31 juin 2024", "2025-09-28T25:00:00Z",
    };
    for (const auto text : cases) {
        CAPTURE(text);
        CHECK(scan_date(text).impossible);
        CHECK(read(text) == "-");
    }
    CHECK_FALSE(scan_date("next Tuesday").impossible);
}

TEST_CASE("a date is as precise as it was written", "[extract]") {
    using Precision = morgue::Date::Precision;
    const std::pair<std::string_view, Precision> cases[] = {
        {"2025", Precision::year},
        {"September 2025", Precision::month},
        {"3 September 2025", Precision::day},
        {"3 September 2025, 4 p.m.", Precision::minute},
        {"3 September 2025 16:00", Precision::minute},
        {"3 September 2025 16:00:00", Precision::second},
    };
    for (const auto& [text, precision] : cases) {
        CAPTURE(text);
        const auto date = read_date(text);
        REQUIRE(date.has_value());
        CHECK(date->precision == precision);
        CHECK_FALSE(date->offset.has_value());
    }
}

TEST_CASE("the century of a two-digit year turns at fifty", "[extract]") {
    CHECK(read("3 JAN 49") == "2049-01-03");
    CHECK(read("3 JAN 50") == "1950-01-03");
}

TEST_CASE("a line that holds more than a date is no date line", "[extract]") {
    CHECK(is_date_line("Published: 3 September 2024, 10:15 CEST"));
    CHECK(is_date_line("Sept. 3, 2024"));
    CHECK_FALSE(is_date_line("March 2024 was cold"));
    CHECK_FALSE(is_date_line("Thursday"));
}
