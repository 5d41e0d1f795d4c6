#include "entities/tokenise.hpp"

#include <array>
#include <catch2/catch.hpp>

#include "entities/lexicon.hpp"
#include "entities/shouting.hpp"

namespace {

using namespace morgue::entities;

constexpr std::array<Lexicon::File, 1> files{
    {{"test.tsv",
      "abbreviation\tGen. Corp.\ncommon\tthe but miss\nrank\tPresident\ncourtesy\tMiss\n"
      "state-abbreviation\tMiss.\nregion\tBay Area|Great Lakes\nbody\tWHO\ncommon\twho\n"
      "armed\tal-Muthanna Brigade\nstate\tWashington state\ncountry\tPeru\tPeruvian|Peruvians\n"}}};

const Lexicon& lexicon() {
    static const Lexicon one(files);
    return one;
}

// Tokens parted by blanks; a bar before those that start a sentence.
std::string printed(std::string_view text) {
    std::string out;
    for (const Token& token : tokenise(text, &lexicon())) {
        if (!out.empty()) out += ' ';
        if (token.starts) out += '|';
        out += text.substr(token.begin, token.end - token.begin);
    }
    return out;
}

Traits traits_of(std::string_view word) {
    return tokenise(word, &lexicon()).at(0).traits;
}

std::size_t phrase_length(std::string_view text) {
    return lexicon().longest_phrase(tokenise(text, &lexicon())).length;
}

}  // namespace

TEST_CASE("words are cut with their dots, but without possessives and hyphens", "[entities]") {
    struct {
        std::string_view text, expected;
    } const rows[] = {
        {"Maduro’s men", "|Maduro ’s men"},
        {"O'Brien's U.S.-led force", "|O'Brien 's U.S. - led force"},
        {"J.P. Orvik of AT&T", "|J.P. Orvik of AT&T"},
        {"Norvik Corp. fell. Then it rose.", "|Norvik Corp. fell . |Then it rose ."},
        {"Gen. Orvik won", "|Gen. Orvik won"},
        {"in the U.S. The rest", "|in the U.S. |The rest"},
        {"one\n\ntwo\nthree", "|one |two three"},
        {"said: “Go” ----- now", "|said : “ |Go ” ----- |now"},
        {"Łódź, Ærø", "|Łódź , Ærø"},
    };
    for (const auto& [text, expected] : rows) CHECK(printed(text) == expected);
}

TEST_CASE("words are the same whatever their case, accents, dots and apostrophes", "[entities]") {
    CHECK(word_hash("U.S.") == word_hash("us"));
    CHECK(word_hash("Nicolás") == word_hash("NICOLAS"));
    CHECK(word_hash("O’Brien") == word_hash("o'brien"));
    CHECK(word_hash("Peru") != word_hash("Pera"));
}

TEST_CASE("acronyms and abbreviations are not the words spelt alike", "[entities]") {
    CHECK((traits_of("WHO") & trait::organisation) != 0);
    CHECK((traits_of("who") & trait::organisation) == 0);
    CHECK((traits_of("Miss.") & trait::place) != 0);
    CHECK((traits_of("Miss") & trait::place) == 0);
    CHECK((traits_of("PERU") & trait::place) != 0);
    CHECK((traits_of("Peruvian") & trait::demonym) != 0);
}

TEST_CASE("a phrase is found with the capitals it has, or more", "[entities]") {
    CHECK(phrase_length("Bay Area homes") == 2);
    CHECK(phrase_length("bay area homes") == 0);
    CHECK(phrase_length("Great lakes") == 0);
    CHECK(phrase_length("GREAT LAKES") == 2);
    CHECK(phrase_length("al-Muthanna Brigade") == 4);
    CHECK(phrase_length("Al-Muthanna Brigade") == 4);
    CHECK(phrase_length("Washington State") == 2);
    CHECK(phrase_length("Great. Lakes") == 0);
}

TEST_CASE("capitals mean nothing in a shouted sentence, and only there", "[entities]") {
    const auto shouted = [](std::string_view text, bool headline) {
        std::string out;
        auto tokens = tokenise(text, &lexicon());
        mark_shouting(tokens, headline);
        for (const Token& token : tokens) out += token.shouted ? '!' : '.';
        return out;
    };
    CHECK(shouted("MAYOR QUITS TODAY", false) == "!!!");
    CHECK(shouted("Mayor Quits After Stormy Meeting", true) == "!!!!!");
    CHECK(shouted("Mayor Orvik quits after stormy meeting", true) == "......");
    CHECK(shouted("MAYOR QUITS TODAY\n\nHe said so himself", false) == "!!!....");
}
