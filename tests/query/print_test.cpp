// Whatever is parsed prints as a query that means the same.
#include <catch2/catch.hpp>
#include <random>

#include "query/parse.hpp"

using namespace morgue;
using namespace morgue::query;

namespace {

// Random trees as the parser makes them.
class Trees {
public:
    explicit Trees(unsigned seed) : dice_(seed) {}

    Expr tree(int depth) {
        switch (depth > 0 ? roll(14) : roll(9)) {
            case 0:
            case 1:
            case 2:
                return leaf_place();
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
                return {Has{Field::Id::byline}};
            case 7:
                return {Saved{word() + (roll(2) ? " " + word() : "")}};
            case 8:
                return {Everything{}};
            case 9:
            case 10:
                return {All{several(depth)}};
            case 11:
                return {Any{several(depth)}};
            case 12:
                return {AtLeast{{place(depth - 1)}, unsigned(1 + roll(9))}};
            default:
                return place(depth);
        }
    }

private:
    Expr place(int depth) {
        switch (depth > 0 ? roll(6) : 0) {
            case 0:
                return leaf_place();
            case 1:
                return {Cased{{place(depth - 1)}, Cased::Case(roll(3))}};
            case 2:
                return {First{{place(depth - 1)}, unsigned(1 + roll(99))}};
            case 3:
                return {Any{{place(depth - 1), place(depth - 1)}}};
            default:
                return near(depth);
        }
    }

    Expr near(int depth) {
        Near near;
        near.of = {place(depth - 1), place(depth - 1)};
        near.unit = Near::Unit(roll(3));
        if (near.unit == Near::Unit::words) near.distance = unsigned(1 + roll(20));
        near.ordered = roll(2) == 0;
        near.negated = roll(3) == 0;
        return {near};
    }

    Expr leaf_place() {
        switch (roll(5)) {
            case 0:
                return {Phrase{field(), word() + " " + word(), roll(4) == 0,
                               roll(3) ? std::nullopt : std::optional<unsigned>(roll(9) + 1)}};
            case 1:
                return {Wildcard{field(), roll(2) ? word() + "*" : "*" + word() + "?" + word()}};
            case 2:
                return {Fuzzy{field(), word(), unsigned(1 + roll(2))}};
            default:
                return {Word{field(), word(), roll(3) == 0}};
        }
    }

    int roll(int sides) { return int(dice_() % unsigned(sides)); }
    std::string word() { return std::string(1, char('a' + roll(26))) + char('a' + roll(26)); }
    InField field() {
        return roll(3) ? std::nullopt : InField(roll(2) ? Field::Id::headline : Field::Id::hlead);
    }
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

// Strings of what queries are made of, in no order.
class Soup {
public:
    explicit Soup(unsigned seed) : dice_(seed) {}

    std::string query(int tokens) {
        static const char* const parts[] = {
            "oil",   "a",       "AND ",    "OR ", "NOT ",     "NEAR/3 ", " W/5 ",  " PRE/2 ",
            " W/S ", " W/P ",   "(",       ")",   "\"",       "“",       "”",      "~2",
            "~",     "*",       "?",       "=",   "-",        "+",       "h:",     "headline:",
            "date:", "2025-01", "..",      "-7d", "words:>",  "9",       "person", ":",
            "caps(", "first3(", "atleast", "2(",  "saved:",   "source:", "has:",   "byline",
            " ",     " ",       " ",       " ",   "\xC3",     "é",       "北京",   "\n",
            "&",     "'",       ".",       ",",   "/",        "\\",      "\xFF",   "U.S.",
            "none",  "lead:",   "~1",      "W/",  "NOT W/2 ", "hlead:(", "#",      "—",
        };
        std::string out;
        for (int i = 0; i < tokens; ++i) out += parts[dice_() % std::size(parts)];
        return out;
    }

private:
    std::mt19937 dice_;
};

}  // namespace

TEST_CASE("parsing the printed form of a tree gives the tree", "[query]") {
    Trees trees(7);
    for (int i = 0; i < 3000; ++i) {
        const Expr expr = trees.tree(4);
        const std::string text = print(expr);
        const Parsed parsed = parse(text);
        if (parsed.expr == expr && parsed.problems.empty()) continue;
        INFO(text);
        CHECK(print(parsed.expr) == text);
        CHECK(parsed.expr == expr);
        REQUIRE(parsed.problems.empty());
    }
}

TEST_CASE("whatever is typed is read, and its printed form is read alike", "[query]") {
    Soup soup(11);
    for (int i = 0; i < 20'000; ++i) {
        const std::string typed = soup.query(1 + i % 24);
        const Expr expr = parse(typed).expr;
        const Parsed again = parse(print(expr));
        if (again.expr == expr) continue;
        INFO(typed);
        INFO(print(expr));
        REQUIRE(print(again.expr) == print(expr));
        REQUIRE(again.expr == expr);
    }
}

TEST_CASE("every problem has its place within the query", "[query]") {
    Soup soup(13);
    for (int i = 0; i < 5'000; ++i) {
        const std::string typed = soup.query(1 + i % 24);
        for (const Problem& problem : parse(typed).problems) {
            INFO(typed);
            REQUIRE(problem.begin <= problem.end);
            REQUIRE(problem.end <= typed.size() + 1);
        }
    }
}
