#include "index/question.hpp"

#include <catch2/catch.hpp>

#include "index/ranking.hpp"

using namespace morgue;

namespace {

// "word weight" of each, stop words with a -, by a vocabulary of "us" and "ussr".
std::string read(const std::string& question) {
    std::string out;
    for (const auto& word : index::question_words({question}, [](const std::string& joined) {
             return joined == "us" || joined == "ussr";
         })) {
        char weight[16];
        std::snprintf(weight, sizeof weight, "%.2f", word.weight);
        out += (out.empty() ? "" : ", ") + word.folded + (word.stop ? " -" : " ") + weight;
    }
    return out;
}

}  // namespace

TEST_CASE("stop words of a question weigh little, repeated words more", "[index][ranking]") {
    CHECK(read("the price of oil") == "the -0.10, price 1.00, of -0.10, oil 1.00");
    CHECK(read("oil oil oil") == "oil 2.45");
}

TEST_CASE("letters side by side are one word if the archive has it", "[index][ranking]") {
    CHECK(read("u s steel") == "us 1.00, steel 1.00");
    CHECK(read("the u s s r") == "the -0.10, ussr 1.00");
    CHECK(read("x y") == "x 1.00, y 1.00");
    CHECK(read("vitamin c") == "vitamin 1.00, c 1.00");
}

TEST_CASE("what is left of a clitic is a stop word", "[index][ranking]") {
    CHECK(read("france s budget") == "france 1.00, s -0.10, budget 1.00");
}
