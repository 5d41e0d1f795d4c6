#include "query/parse.hpp"

#include <catch2/catch.hpp>

using namespace morgue;
using namespace morgue::query;

namespace {
std::string codes(const std::vector<Problem>& problems) {
    std::string out;
    for (const Problem& problem : problems)
        out += (out.empty() ? "" : " ") + problem.code + "@" + std::to_string(problem.begin);
    return out;
}
}  // namespace

TEST_CASE("a query is printed as the tree it means", "[query]") {
    struct {
        const char *query, *tree;
    } cases[] = {
        {"", "*"},
        {"*", "*"},
        {"oil", "oil"},
        {"oil price", "(oil AND price)"},
        {"oil AND price", "(oil AND price)"},
        {"oil OR gas", "(oil OR gas)"},
        {"oil and gas", "(oil AND and AND gas)"},
        {"a OR b c", "(a OR (b AND c))"},
        {"a b OR c", "((a AND b) OR c)"},
        {"a OR b AND c OR d", "(a OR (b AND c) OR d)"},
        {"(a OR b) c", "((a OR b) AND c)"},
        {"NOT opec", "NOT opec"},
        {"oil NOT opec", "(oil AND NOT opec)"},
        {"oil AND NOT opec", "(oil AND NOT opec)"},
        {"oil -opec +gas", "(gas AND oil AND NOT opec)"},
        {"oil OR NOT opec", "(oil OR NOT opec)"},
        {"NOT NOT opec", "opec"},
        {"a NOT b OR c", "((a AND NOT b) OR c)"},
        {"\"prime minister\"", "\"prime minister\""},
        {"“prime minister”", "\"prime minister\""},
        {"\"prime minister\"~5", "\"prime minister\"~5"},
        {"=exact =\"Apple Inc\"", "(=exact AND =\"Apple Inc\")"},
        {"=AND", "=AND"},
        {"stop-loss", "stop-loss"},
        {"corrupt*", "corrupt*"},
        {"headline:corrupt*", "headline:corrupt*"},
        {"a NEAR/5 b", "(a NEAR/5 b)"},
        {"a W/5 b PRE/2 c", "((a NEAR/5 b) ADJ/2 c)"},
        {"(a OR \"b c\") W/5 (d* OR e~1)", "((a OR \"b c\") NEAR/5 (d* OR e~1))"},
        {"a W/S b", "(a W/S b)"},
        {"a PRE/p b", "(a PRE/P b)"},
        {"a NOT W/5 b", "(a NOT NEAR/5 b)"},
        {"a NOT W/S b c", "((a NOT W/S b) AND c)"},
        {"NOT a W/5 b", "NOT (a NEAR/5 b)"},
        {"(a b) W/5 c", "((a NEAR/5 c) AND (b NEAR/5 c))"},
        {"headline:(a W/5 b)", "(headline:a NEAR/5 headline:b)"},
        {"te?t *burger organi*tion", "(te?t AND *burger AND organi*tion)"},
        {"stop-los*", "\"stop-los*\""},
        {"name~1 name~2 name~", "(name~1 AND name~2 AND name~1)"},
        {"caps(Apple) ALLCAPS(RICO) nocaps(x)", "(caps(Apple) AND allcaps(RICO) AND nocaps(x))"},
        {"atleast3(drought OR famine)", "atleast3(drought OR famine)"},
        {"atleast3(a b)", "(atleast3(a) AND atleast3(b))"},
        {"first50(a W/5 b)", "first50(a NEAR/5 b)"},
        {"headline:caps(Apple)", "caps(headline:Apple)"},
        {"caps (Apple)", "(caps AND Apple)"},
        {"hlead:oil lead:\"oil price\"", "(hlead:oil AND lead:\"oil price\")"},
        {"saved:cartels saved:\"my search\"", "(saved:cartels AND saved:\"my search\")"},
        {"copies:>3", "copies:4.."},
        {"a NEAR b", "(a NEAR/10 b)"},
        {"=a ADJ/3 =b", "(=a ADJ/3 =b)"},
        {"(a OR b) NEAR/2 c d", "(((a OR b) NEAR/2 c) AND d)"},
        {"W PRE pre/5", "(W AND PRE AND pre/5)"},
        {"headline:oil", "headline:oil"},
        {"H:oil", "headline:oil"},
        {"headline:(oil OR \"gas price\") war",
         "((headline:oil OR headline:\"gas price\") AND war)"},
        {"headline:=oil", "headline:=oil"},
        {"source:reuters", "source:reuters"},
        {"source:(reuters OR \"Le Monde\")", "(source:reuters OR source:\"Le Monde\")"},
        {"person:\"Nicolás Maduro\"", "person:\"Nicolás Maduro\""},
        {"org:UN", "organisation:UN"},
        {"date:2025-09", "date:2025-09"},
        {"date:2025-09-01..2025-10", "date:2025-09-01..2025-10"},
        {"date:..2025 date:2024..", "(date:..2025 AND date:2024..)"},
        {"published:none", "date:none"},
        {"words:>800 words:<=90 words:5 words:1..3",
         "(words:801.. AND words:..90 AND words:5 AND words:1..3)"},
        {"has:byline", "has:byline"},
        {"10:30 http://example.org", "(10:30 AND http://example.org)"},
        {"a & b ... c", "(a AND b AND c)"},
        {"why?", "why?"},
    };
    for (const auto& [query, tree] : cases) {
        INFO(query);
        CHECK(print(parse(query).expr) == tree);
    }
}

TEST_CASE("words side by side are alternatives when any may match", "[query]") {
    struct {
        const char *query, *tree;
    } cases[] = {
        {"oil price", "(oil OR price)"},
        {"oil price -opec", "((oil OR price) AND NOT opec)"},
        {"+opec oil price", "(+opec (oil OR price))"},
        {"a b AND c", "((a OR b) AND c)"},
        {"-a", "NOT a"},
        {"date:2025 oil", "(date:2025 OR oil)"},
    };
    for (const auto& [query, tree] : cases) {
        INFO(query);
        CHECK(print(parse(query, {.any = true}).expr) == tree);
    }
}

TEST_CASE("a faulty query is read as best it can be, and the fault has its place", "[query]") {
    struct {
        const char *query, *tree, *problems;
    } cases[] = {
        {"\"prime minister", "\"prime minister\"", "unclosed-quote@0"},
        {"\"", "*", "unclosed-quote@0 empty-phrase@0"},
        {"oil \"\"", "oil", "empty-phrase@4"},
        {"(oil", "oil", "unclosed-group@0"},
        {"oil) gas", "(oil AND gas)", "unopened-group@3"},
        {"() oil", "oil", "empty-group@0"},
        {"AND oil", "oil", "operator-without-operand@0"},
        {"oil OR", "oil", "operator-without-operand@4"},
        {"oil NEAR/5", "oil", "operator-without-operand@4"},
        {"NEAR/5 oil", "oil", "operator-without-operand@0"},
        {"NOT", "*", "operator-without-operand@0"},
        {"oil ( AND ) gas", "(oil AND gas)", "empty-group@4 operator-without-operand@6"},
        {"sauce:oil", "sauce:oil", "unknown-field@0"},
        {"headline: oil", "oil", "field-without-value@0"},
        {"date:soon oil", "oil", "date-unparsed@5"},
        {"date:2025-02-30", "*", "date-unparsed@5"},
        {"date:2026..2025", "date:2025..2026", "range-reversed@5"},
        {"words:many", "*", "number-unparsed@6"},
        {"has:beans", "*", "unknown-field@4"},
        {"capes(Apple)", "(capes AND Apple)", "unknown-operator@0"},
        {"atleast(x)", "(atleast AND x)", "unknown-operator@0"},
        {"atleast0(x)", "atleast1(x)", "number-out-of-range@0"},
        {"caps(date:2025)", "date:2025", "function-operand@0"},
        {"name~7", "name~2", "edits-out-of-range@4"},
        {"stop-loss~1", "stop-loss~1", "fuzzy-operand@9"},
        {"oil w/5 price", "(oil AND w/5 AND price)", "lower-case-operator@4"},
        {"a NEAR/5 NOT b", "(a AND NOT b)", "operator-without-operand@2"},
        {"a NEAR/5 date:2025", "(a AND date:2025)", "near-operand@2"},
        {"a NOT W/5 (b c)", "a", "near-operand@6"},
        {"=(a)", "a", "equals-operand@0"},
        {"a NEAR/9999 b", "(a NEAR/500 b)", "distance-out-of-range@2"},
        {"(a NOT b) NEAR/2 c", "((a AND NOT b) AND c)", "near-operand@10"},
        {"\xFF oil", "oil", "not-utf8@0"},
    };
    for (const auto& [query, tree, problems] : cases) {
        INFO(query);
        const Parsed parsed = parse(query);
        CHECK(print(parsed.expr) == tree);
        CHECK(codes(parsed.problems) == problems);
    }
}

TEST_CASE("a query beyond a limit is refused", "[query]") {
    const auto refused = [](const std::string& query) {
        try {
            parse(query);
        } catch (const Error& error) {
            return error.kind() == Error::Kind::query;
        }
        return false;
    };
    std::string many;
    for (std::size_t i = 0; i <= max_leaves; ++i) many += "x ";
    CHECK(refused(many));
    CHECK(refused(std::string(10'000, '(')));
    CHECK(refused(std::string(max_bytes + 1, 'x')));
    CHECK_FALSE(refused(std::string(max_bytes, 'x')));
    CHECK_FALSE(refused(std::string(10'000, ')')));
    std::string nots;
    for (int i = 0; i < 10'000; ++i) nots += "NOT ";
    CHECK_FALSE(refused(nots));
    std::string fields, chain = "a", product = "(";
    for (int i = 0; i < 1000; ++i) {
        fields += "h:";
        chain += " W/5 a";
        product += "a ";
    }
    CHECK(refused(fields));
    CHECK(refused(chain));
    CHECK(refused(product + ") W/5 " + product + ")"));
}

TEST_CASE("a refusal names the column at which the limit was met", "[query]") {
    try {
        parse("é" + std::string(10'000, '('));
        FAIL();
    } catch (const Error& error) {
        CHECK(std::string(error.what()).find("(column 202)") != std::string::npos);
    }
}

TEST_CASE("a date may count from now", "[query]") {
    using namespace std::chrono;
    const sys_seconds now = sys_days{2024y / March / 31} + 10h + 30min + 15s;
    struct {
        const char *query, *tree;
    } cases[] = {
        {"date:today", "date:2024-03-31"},
        {"date:yesterday", "date:2024-03-30"},
        {"date:-7d..", "date:2024-03-24.."},
        {"date:-2w..today", "date:2024-03-17..2024-03-31"},
        {"date:..-1m", "date:..2024-02-29"},
        {"date:-1y..", "date:2023-03-31.."},
        {"added:-12h..", "added:2024-03-30T22:30:15Z.."},
        {"date:-90000y", "*"},
        {"date:-d", "*"},
        {"date:-99999999999d", "*"},
    };
    for (const auto& [query, tree] : cases) {
        INFO(query);
        CHECK(print(parse(query, {.now = now}).expr) == tree);
    }
}
