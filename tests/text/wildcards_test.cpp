#include "text/wildcards.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace morgue::text;

namespace {

std::string shown(std::string_view text) {
    std::string out;
    for (const WildWord& word : wild_words(text))
        out += (out.empty() ? "" : " ") + word.folded + (word.wild ? "!" : "");
    return out;
}

// As it is defined, slowly.
bool matches_slowly(std::string_view pattern, std::string_view word) {
    if (pattern.empty()) return word.empty();
    const std::string_view rest = pattern.substr(1);
    if (pattern[0] == '*')
        return matches_slowly(rest, word) ||
               (!word.empty() && matches_slowly(pattern, word.substr(1)));
    return !word.empty() && (pattern[0] == '?' || pattern[0] == word[0]) &&
           matches_slowly(rest, word.substr(1));
}

}  // namespace

TEST_CASE("wildcards join the words that they touch", "[text]") {
    struct {
        const char *text, *expected;
    } cases[] = {
        {"corrupt*", "corrupt*!"},
        {"*Burger", "*burger!"},
        {"organi*tion", "organi*tion!"},
        {"te?t", "te?t!"},
        {"te??t", "te??t!"},
        {"why?", "why"},
        {"why? not", "why not"},
        {"a*?", "a*!"},
        {"stop-los*", "stop los*!"},
        {"prime minist*", "prime minist*!"},
        {"*a* b", "*a*! b"},
        {"Éco*", "eco*!"},
        {"* a", "a"},
        {"O'Bri*", "obri*!"},
        {"", ""},
        {"***", ""},
    };
    for (const auto& [text, expected] : cases) {
        INFO(text);
        CHECK(shown(text) == expected);
    }
}

TEST_CASE("a pattern matches as its definition says", "[text]") {
    std::mt19937 dice(3);
    const auto random = [&](std::string_view letters, std::size_t most) {
        std::string out;
        for (std::size_t size = dice() % (most + 1); size > 0; --size)
            out += letters[dice() % letters.size()];
        return out;
    };
    for (int i = 0; i < 50'000; ++i) {
        const std::string pattern = random("ab*?", 6), word = random("ab", 7);
        if (matches(pattern, word) == matches_slowly(pattern, word)) continue;
        INFO(pattern << " " << word);
        REQUIRE(matches(pattern, word) == matches_slowly(pattern, word));
    }
}

TEST_CASE("one ? stands for one letter of any script", "[text]") {
    CHECK(matches("н?фть", "нефть"));
    CHECK(matches("?", "æ"));
    CHECK_FALSE(matches("??", "æ"));
}
