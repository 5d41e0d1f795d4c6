// Queries that are meant to hurt: read or refused. One that took more than linear time would run
// into the time limit of the whole test.
#include <catch2/catch.hpp>
#include <morgue/error.hpp>

#include "query/parse.hpp"

using namespace morgue;
using namespace morgue::query;

namespace {

std::string times(std::size_t count, const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

// Whether a query is read, or refused for a limit.
bool read_or_refused(const std::string& query) {
    try {
        const Parsed parsed = parse(query);
        print(parsed.expr);
    } catch (const Error& error) {
        return error.kind() == Error::Kind::query;
    }
    return true;
}

}  // namespace

TEST_CASE("hostile queries are read or refused", "[query]") {
    CHECK(read_or_refused(std::string(1 << 20, 'x')));
    CHECK(read_or_refused(times(100'000, "word ")));
    const std::string parts[] = {
        "(",
        ")",
        "\"",
        "*",
        "?",
        "~",
        std::string(1, '\0'),
        "\xFF",
        "\xE2",
        "NOT ",
        "- ",
        "-",
        "+",
        "=",
        ":",
        "h:",
        "date:",
        "“",
        "NOT “",
        "a:b ",
        "*a",
        "a*",
        "a?",
        "a ",
        "\"a\" ",
        "()",
        "( a ",
        "W/5 ",
        "a W/5 ",
        "caps(",
        "caps() ",
        "AND ",
        "OR a ",
        "a~1 ",
        "NOT a ",
        "'",
        "a'",
        "a.",
        "1,",
        "&A",
        "date:9",
        "..",
        "a(",
        "h:(",
        "h:caps(",
        "北京",
        "source:*",
        "saved:a ",
        "(a b) W/5 ",
        "NOT W/5 ",
        "\"a\"~5 ",
        "first9(a) ",
        "date:2025..2024 ",
    };
    for (const std::string& part : parts) {
        INFO(part);
        CHECK(read_or_refused(times(max_bytes / part.size(), part)));
        CHECK(read_or_refused(times(150, part)));
    }
}

TEST_CASE("a query of nothing but NOT, quotes or marks finds everything", "[query]") {
    for (const char* query : {"NOT", "NOT NOT", "\"", "\"\"", "…", "()", "?", "-", "=", "**"}) {
        INFO(query);
        CHECK(print(parse(query).expr) == "*");
    }
}
