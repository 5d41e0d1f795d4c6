#include "query/parse.hpp"

#include <catch2/catch.hpp>
#include <random>

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
        {"a W/5 b PRE/2 c", "((a NEAR/5 b) AND c)"},
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
        {"caps(Apple)", "(caps AND Apple)", "unknown-operator@0"},
        {"*burger", "*burger", "wildcard@0"},
        {"a NEAR/9999 b", "(a NEAR/500 b)", "distance-out-of-range@2"},
        {"(a b) NEAR/2 c", "((a AND b) AND c)", "near-operand@6"},
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
}

namespace {

// Random trees as the parser makes them.
class Trees {
public:
    explicit Trees(unsigned seed) : dice_(seed) {}

    Expr tree(int depth) {
        switch (depth > 0 ? roll(9) : roll(6)) {
            case 0:
                return {Word{field(), word(), roll(3) == 0}};
            case 1:
                return {Phrase{field(), word() + " " + word(), roll(4) == 0,
                               roll(3) ? std::nullopt : std::optional<unsigned>(roll(9) + 1)}};
            case 2:
                return {Prefix{field(), word()}};
            case 3:
                return {Value{Field::Id::source, word() + (roll(2) ? " " + word() : "")}};
            case 4:
                return {Dates{
                    Field::Id::date,
                    {parse_iso_date("2024-05"), roll(2) ? parse_iso_date("2025") : std::nullopt},
                    false}};
            case 5:
                return {Numbers{Field::Id::words, std::uint64_t(roll(100)), std::nullopt}};
            case 6:
                return {All{several(depth)}};
            case 7:
                return {Any{several(depth)}};
            default:
                return {Near{{{Word{{}, word()}}, {Word{{}, word(), true}}},
                             unsigned(roll(20) + 1),
                             roll(2) == 0}};
        }
    }

private:
    int roll(int sides) { return int(dice_() % unsigned(sides)); }
    std::string word() { return std::string(1, char('a' + roll(26))) + char('a' + roll(26)); }
    InField field() { return roll(3) ? std::nullopt : InField(Field::Id::headline); }
    std::vector<Expr> several(int depth) {
        std::vector<Expr> of;
        for (int i = 0; i < 2 + roll(3); ++i) {
            Expr child = tree(depth - 1);
            const bool nested = std::holds_alternative<All>(child.node);
            if (!nested && i > 0 && roll(4) == 0)
                of.push_back({Not{{child}}});
            else
                of.push_back(child);
        }
        return of;
    }
    std::mt19937 dice_;
};

}  // namespace

TEST_CASE("parsing the printed form of a tree gives the tree", "[query]") {
    Trees trees(7);
    for (int i = 0; i < 2000; ++i) {
        const Expr expr = trees.tree(4);
        const std::string text = print(expr);
        INFO(text);
        const Parsed parsed = parse(text);
        CHECK(print(parsed.expr) == text);
        CHECK(parsed.expr == expr);
        CHECK(parsed.problems.empty());
    }
}
