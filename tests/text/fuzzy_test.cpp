#include "text/fuzzy.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "core/edit_distance.hpp"

using namespace morgue::text;

namespace {

// Holds what is said to be no answer against the edit distance.
void passed_over(const std::string& word, unsigned edits, const std::string& candidate,
                 const std::string& next, const std::vector<std::string>& vocabulary) {
    const auto from = std::upper_bound(vocabulary.begin(), vocabulary.end(), candidate);
    const auto to =
        next.empty() ? vocabulary.end() : std::lower_bound(from, vocabulary.end(), next);
    const bool none = std::none_of(from, to, [&](const std::string& each) {
        return morgue::core::edit_distance(word, each) <= edits;
    });
    if (!none || (!next.empty() && next <= candidate)) {
        INFO("from " << candidate << " to " << next);
        FAIL("a near word was passed over, or no step was made");
    }
}

}  // namespace

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
                INFO(word << " " << candidate << " " << edits);
                if (answer.near != near) REQUIRE(answer.near == near);
                if (near && answer.dead != 0) REQUIRE(answer.dead == 0);
                if (answer.dead > 0) passed_over(word, edits, candidate, fuzzy.next(), vocabulary);
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
