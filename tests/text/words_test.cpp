#include "text/words.hpp"

#include <catch2/catch.hpp>

using morgue::text::words;

namespace {
std::string joined(std::string_view text) {
    std::string out;
    for (const std::string& word : words(text)) out += (out.empty() ? "" : "|") + word;
    return out;
}
}  // namespace

TEST_CASE("a text is cut into folded words", "[text]") {
    struct {
        const char *text, *expected;
    } cases[] = {
        {"", ""},
        {"  ...  ", ""},
        {"Oil prices rose.", "oil|prices|rose"},
        {"rose.Then fell", "rose|then|fell"},
        {"stop-loss orders", "stop|loss|orders"},
        {"O'Brien didn't", "obrien|didnt"},
        {"Reagan's plan; the Reagans' dog", "reagan|plan|the|reagans|dog"},
        {"Reagan’s plan", "reagan|plan"},
        {"l'homme d’État qu'on aime", "l|homme|d|etat|qu|on|aime"},
        {"the U.S. and the U.K.", "the|us|and|the|uk"},
        {"U.S.-led", "us|led"},
        {"a U.S. a", "a|us|a"},
        {"AT&T and r&d, Q&A", "at&t|and|r|d|q&a"},
        {"1,000 of 1,000,000 or 1,2", "1000|of|1000000|or|1|2"},
        {"up 3.5 pct to 10.", "up|3.5|pct|to|10"},
        {"Nicolás Maduro, SÃO PAULO", "nicolas|maduro|sao|paulo"},
        {"Nicola\xCC\x81s", "nicolas"},
        {"Straße Ærø Œuvre ﬁx", "strasse|ærø|œuvre|fix"},
        {"Россия ёлка", "россия|елка"},
        {"Ελλάδα", "ελλαδα"},
        {"北京大学", "北京|京大|大学"},
        {"我 是", "我|是"},
        {"第3章", "第|3|章"},
        {"Tokyo東京Tower", "tokyo|東京|tower"},
        {"カタカナ語", "カタ|タカ|カナ|ナ語"},
        {"한국어 신문", "한국어|신문"},
        {"a \u3164 b \u200B c", "a|b|c"},
        {"\xFF\xFE bad \xC3", "bad"},
        {"e-mail a.b@example.org", "e|mail|ab|example|org"},
    };
    for (const auto& [text, expected] : cases) {
        INFO(text);
        CHECK(joined(text) == expected);
    }
}

TEST_CASE("a word knows the bytes it was read from", "[text]") {
    const std::string text = "The U.S. (Nicolás’s) 東京都";
    std::string out;
    morgue::text::Words all(text);
    while (const auto* word = all.next())
        out += "[" + text.substr(word->begin, word->end - word->begin) + "]";
    CHECK(out == "[The][U.S][Nicolás’s][東京][京都]");
}

TEST_CASE("a word of any length is cut, and never inside a character", "[text]") {
    CHECK(words(std::string(1'000'000, 'x')).front() == std::string(64, 'x'));
    std::string long_word;
    for (int i = 0; i < 100; ++i) long_word += "ж";
    CHECK(words("a" + long_word).front().size() == 63);
    CHECK(words(std::string(300'000, '\'')).empty());
}

TEST_CASE("a word knows its capitals", "[text]") {
    const auto shown = [](std::string_view text) {
        std::string out;
        morgue::text::Words all(text);
        while (const auto* word = all.next()) out += !word->capital ? "-" : word->small ? "c" : "A";
        return out;
    };
    CHECK(shown("the Apple NASA McDonald A 17 G7") == "-cAcA-A");
    CHECK(shown("NASA's Reagan's U.S. AT&T o'Brien") == "AcAAc");
    CHECK(shown("Éva ÉVA éva Россия НАТО 北京 ماذا") == "cA-cA--");
}
