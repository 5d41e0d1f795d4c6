#include "extract/date_relative.hpp"

#include <catch2/catch.hpp>

#include "extract/extract.hpp"

using namespace morgue;
using namespace morgue::extract;

TEST_CASE("relative dates are told from the time of fetching", "[extract]") {
    const Date seen = *parse_iso_date("2024-03-01T01:30:00+01:00");
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"2 hours ago", "2024-02-29T23:30+01:00"},
        {"an hour ago", "2024-03-01T00:30+01:00"},
        {"yesterday", "2024-02-29"},
        {"Today", "2024-03-01"},
        {"gestern", "2024-02-29"},
        {"vor 3 Tagen", "2024-02-27"},
        {"il y a 2 jours", "2024-02-28"},
        {"hace 1 hora", "2024-03-01T00:30+01:00"},
        {"2 ore fa", "2024-02-29T23:30+01:00"},
        {"3 weeks ago", "2024-02-09"},
        {"in 2 hours", ""},
        {"2 hours", ""},
        {"3 May 2019", ""},
        {"", ""},
    }));
    CAPTURE(text);
    const auto date = read_relative_date(text, seen);
    CHECK((date ? date->iso() : "") == expected);
}

TEST_CASE("a relative date is read only where it is known when the text was fetched", "[extract]") {
    core::Draft draft;
    draft.article.body = "It rained.";
    draft.published = {"2 days ago"};
    CHECK_FALSE(complete(draft).published);
    draft.seen = parse_iso_date("2024-03-01");
    REQUIRE(complete(draft).published);
    CHECK(complete(draft).published->iso() == "2024-02-28");
}

TEST_CASE("dates that stand for none, or have not come, are problems", "[extract]") {
    const auto [written, code] = GENERATE(table<std::string, std::string>({
        {"1970-01-01T00:00:00Z", "date-epoch"},
        {"2024-03-05", "date-in-future"},
        {"2024-03-02", ""},
        {"1970-01-02", ""},
    }));
    CAPTURE(written);
    core::Draft draft;
    draft.article.body = "It rained.";
    draft.published = {written};
    draft.latest = parse_iso_date("2024-03-02");
    const auto article = complete(draft);
    CHECK(article.published.has_value() == code.empty());
    CHECK((article.problems.empty() ? "" : article.problems[0].code) == code);
}
