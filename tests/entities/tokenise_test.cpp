#include "entities/tokenise.hpp"

#include <catch2/catch.hpp>

#include "entities/context.hpp"
#include "entities/model.hpp"

namespace {

using namespace morgue::entities;

Document document_of(std::string_view text) {
    static WordCache words(built_in_model().lexicon);
    Document document;
    tokenise(text, 0, text.size(), words, document);
    return document;
}

// Tokens parted by blanks; a bar between sentences.
std::string printed(std::string_view text) {
    const Document document = document_of(text);
    std::string out;
    for (const Sentence& sentence : document.sentences) {
        if (!out.empty()) out += " |";
        for (const Token& token : document.of(sentence)) {
            if (!out.empty()) out += ' ';
            out += text.substr(token.begin, token.end - token.begin);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("words keep their dots, but not possessives and the hyphens of other words",
          "[entities]") {
    struct {
        std::string_view text, expected;
    } const rows[] = {
        {"Maduro’s men", "Maduro ’s men"},
        {"O'Brien's U.S.-led force", "O'Brien 's U.S. - led force"},
        {"Jean-Claude, so-called, anti-Orvik, al-Orvik",
         "Jean-Claude , so-called , anti - Orvik , al - Orvik"},
        {"Covid-19 and F-16 at 3.5 or 1,000", "Covid-19 and F-16 at 3.5 or 1,000"},
        {"J.P. Orvik of AT&T", "J.P. Orvik of AT&T"},
        {"Gen. Orvik of Norvik Corp. won", "Gen. Orvik of Norvik Corp. won"},
        {"said: “Go” ----- now", "said : “ Go ” ----- now"},
        {"Łódź, Ærø", "Łódź , Ærø"},
        {"Read example.com today", "Read example.com today"},
    };
    for (const auto& [text, expected] : rows) CHECK(printed(text) == expected);
}

TEST_CASE("a sentence ends at its mark before a capital, and at a blank line", "[entities]") {
    struct {
        std::string_view text, expected;
    } const rows[] = {
        {"It fell. Then it rose! Why? “So.”", "It fell . | Then it rose ! | Why ? | “ So . ”"},
        {"He said “No.” Then he left.", "He said “ No . ” | Then he left ."},
        {"Mr. Orvik of the U.S. Senate rose.", "Mr. Orvik of the U.S. Senate rose ."},
        {"at 5 p.m. on Monday", "at 5 p.m. on Monday"},
        {"one\n\ntwo\nthree", "one | two three"},
    };
    for (const auto& [text, expected] : rows) CHECK(printed(text) == expected);
}

TEST_CASE("words are the same whatever their case, accents, dots and apostrophes", "[entities]") {
    CHECK(folded_hash("U.S.") == folded_hash("us"));
    CHECK(folded_hash("Nicolás") == folded_hash("NICOLAS"));
    CHECK(folded_hash("O’Brien") == folded_hash("o'brien"));
    CHECK(folded_hash("Peru") != folded_hash("Pera"));
}

TEST_CASE("the casing of a sentence is that of its words", "[entities]") {
    const auto casing = [](std::string_view text) {
        Document document = document_of(text);
        Forms forms;
        read_context(document, built_in_model().lexicon, forms);
        return document.sentences.at(0).casing;
    };
    CHECK(casing("MAYOR QUITS TODAY") == Casing::caps);
    CHECK(casing("Mayor Quits After Stormy Budget Meeting") == Casing::title);
    CHECK(casing("Mayor Orvik quits after stormy meeting") == Casing::normal);
}

TEST_CASE("a text of any length has sentences of bounded length", "[entities]") {
    std::string text;
    for (int n = 0; n < 5000; ++n) text += "word ";
    const Document document = document_of(text);
    REQUIRE(document.tokens.size() == 5000);
    for (const Sentence& sentence : document.sentences)
        CHECK(sentence.last - sentence.first <= 300);
}
