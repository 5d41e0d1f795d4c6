#include <catch2/catch.hpp>
#include <morgue/error.hpp>

#include "formats/date_pattern.hpp"
#include "formats/field_map.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

std::string complaint(const std::string& rules) {
    try {
        FieldMap::parse(rules, "my.map");
        return "fine";
    } catch (const Error& error) {
        return std::string(error.what()) + " (" + error.hint() + ")";
    }
}

std::string date(const std::string& text, const std::string& pattern) {
    const auto read = read_date(text, pattern);
    return read ? read->iso() : "none";
}

}  // namespace

TEST_CASE("faulty rules are refused with their line and what to do", "[formats]") {
    struct Case {
        std::string rules, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"# all\n\nheadline = title # the best\r\nbody = `a | b` + \"x\\\"\" : plain, join \"\\n\"\n", "fine"},
        {"headlin = t\n",                  "my.map:1: an article has no field 'headlin' (did you mean headline?)"},
        {"headline = t\nwhat\n",           "my.map:2: 'what' is no rule (write FIELD = SOURCE, e.g. headline = title)"},
        {"headline =\n",                   "my.map:1: a name is missing before '' (name a column, or a place like meta.author[].name)"},
        {"headline = a..b\n",              "my.map:1: a name is missing before '.b' (name a column, or a place like meta.author[].name)"},
        {"headline = \"a\n",               "my.map:1: a \" is missing (end the text with \")"},
        {"headline = `a\n",                "my.map:1: a ` is missing (end the name with `)"},
        {"headline = a[x]\n",              "my.map:1: 'x' in brackets is no number (write [] for all, [0] for the first, [type=text] for some)"},
        {"headline = a : htm\n",           "my.map:1: there is no action 'htm' (did you mean html?)"},
        {"byline = a : html\n",            "my.map:1: html is for headline, summary and body (leave it out)"},
        {"body = a : date \"%Y\"\n",       "my.map:1: date is for published and updated (leave it out)"},
        {"published = a : date \"%Q\"\n",  "my.map:1: a date pattern knows no %Q (it knows %Y %y %m %d %e %b %B %H %I %p %M %S %z %s %f %j %%)"},
        {"keywords = a : split\n",         "my.map:1: split needs a text in quotes (write it behind, e.g. split \", \")"},
        {"delimiter = ;;\n",               "my.map:1: the delimiter is one character (e.g. delimiter = \";\")"},
        {"records = a[0]\nbody = b\n",     "my.map:1: records are told by names alone (e.g. records = response.docs)"},
        {"body = a, b\n",                  "my.map:1: there is no sense in ', b' (put a name that holds | + : # \" in `backquotes`)"},
        {"",                               "my.map:0: there are no rules in it (write one, e.g. headline = title)"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.rules);
        CHECK(complaint(each.rules) == each.expected);
    }
}

TEST_CASE("dates are read by a pattern", "[formats]") {
    struct Case {
        std::string text, pattern, expected;
    };
    // clang-format off
    const Case cases[] = {
        {"05/03/2024",                 "%d/%m/%Y",              "2024-03-05"},
        {"03/05/24 4:07 p.m.",         "%m/%d/%y %I:%M %p",     "2024-03-05T16:07:00"},
        {"12:30 AM, 5 Mar 1999",       "%I:%M %p, %d %b %Y",    "1999-03-05T00:30:00"},
        {" 20240305T100203.250+0130",  "%Y%m%dT%H%M%S.%f%z",    "2024-03-05T10:02:03+01:30"},
        {"March 2024",                 "%B %Y",                 "2024-03"},
        {"2024",                       "%Y",                    "2024"},
        {"1709640000 and more",        "%s",                    "2024-03-05T12:00:00Z"},
        {"2024065",                    "%Y%j",                  "2024-03-05"},
        {"2023366",                    "%Y%j",                  "none"},
        {"100%2024",                   "100%%%Y",               "2024"},
        {"30/02/2024",                 "%d/%m/%Y",              "none"},
        {"05-03-2024",                 "%d/%m/%Y",              "none"},
        {"05/03",                      "%d/%m",                 "none"},
        {"13:00 PM 2024",              "%I:%M %p %Y",           "none"},
        {"99999999999999999999",       "%s",                    "none"},
        {"",                           "%Y",                    "none"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(date(each.text, each.pattern) == each.expected);
    }
}

TEST_CASE("names are the same but for case and punctuation", "[formats]") {
    CHECK(same_name("Article Title", "article_title", true));
    CHECK(same_name("pubDate", "pub_date", true));
    CHECK_FALSE(same_name("Title", "titles", true));
    CHECK_FALSE(same_name("Title", "title", false));
}
