#include "text/fuzzy.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "core/edit_distance.hpp"

using namespace morgue::text;

TEST_CASE("words near a word are those that the edit distance says", "[text]") {
    std::mt19937 dice(5);
    const auto random = [&](std::size_t most) {
        std::string out;
        for (std::size_t size = 1 + dice() % most; size > 0; --size) out += char('a' + dice() % 3);
        return out;
    };
    std::vector<std::string> vocabulary;
    for (int i = 0; i < 2000; ++i) vocabulary.push_back(random(8));
    std::sort(vocabulary.begin(), vocabulary.end());
    for (int i = 0; i < 100; ++i) {
        const std::string word = random(7);
        for (const unsigned edits : {1u, 2u}) {
            Fuzzy fuzzy(word, edits);
            for (const std::string& candidate : vocabulary) {
                const bool near = morgue::core::edit_distance(word, candidate) <= edits;
                const auto answer = fuzzy.ask(candidate);
                if (answer.near == near && (!near || answer.dead == 0)) continue;
                INFO(word << " " << candidate << " " << edits);
                REQUIRE(answer.near == near);
                REQUIRE(answer.dead == 0);
            }
        }
    }
}

TEST_CASE("no word that begins with a dead end is near", "[text]") {
    Fuzzy fuzzy("oil", 1);
    CHECK(fuzzy.ask("boil").near);
    const auto answer = fuzzy.ask("xyzzy");
    CHECK(answer.dead > 0);
    CHECK(answer.dead <= 3);
    CHECK_FALSE(fuzzy.ask("xyz").near);
}

TEST_CASE("an edit is a letter, not a byte", "[text]") {
    CHECK(Fuzzy("нефть", 1).ask("нафть").near);
    CHECK(Fuzzy("нефть", 1).ask("енфть").near);
    CHECK_FALSE(Fuzzy("нефть", 1).ask("нааать").near);
}
