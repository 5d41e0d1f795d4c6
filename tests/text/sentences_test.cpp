#include "text/sentences.hpp"

#include <catch2/catch.hpp>

#include "text/words.hpp"

using namespace morgue::text;

namespace {

// The words, | where a sentence ends and || where a paragraph does.
std::string shown(std::string_view text) {
    std::string out;
    Words all(text);
    std::size_t begin = 0, end = 0;
    while (const Word* word = all.next()) {
        if (!out.empty()) {
            const Break found = break_between(text, begin, end, word->begin);
            out += found == Break::none ? " " : found == Break::sentence ? " | " : " || ";
        }
        begin = word->begin;
        end = word->end;
        out += word->folded;
    }
    return out;
}

}  // namespace

TEST_CASE("a sentence ends at a full stop that belongs to no abbreviation", "[text]") {
    struct {
        const char *text, *expected;
    } cases[] = {
        {"Oil rose. Gas fell.", "oil rose | gas fell"},
        {"Oil rose! \"Gas fell?\" he asked.", "oil rose | gas fell he asked"},
        {"He left (at 5.) Then she left.", "he left at 5 | then she left"},
        {"Mr. Smith met Gen. Jones.", "mr smith met gen jones"},
        {"On Jan. 5 it rose. In Jan. It fell.", "on jan 5 it rose | in jan | it fell"},
        {"He is No. 1. No. That is wrong.", "he is no 1 | no | that is wrong"},
        {"J. R. Smith came.", "j r smith came"},
        {"the U.S. Senate; in the U.S. The vote", "the us senate in the us | the vote"},
        {"Apple Inc. Chief Cook; Apple Inc. The firm", "apple inc chief cook apple inc | the firm"},
        {"rose 3.5 pct. to 10", "rose 3.5 pct to 10"},
        {"It rose 5. Then it fell.", "it rose 5 | then it fell"},
        {"one line\nof two", "one line of two"},
        {"A title\n\nand a text", "a title || and a text"},
        {"A title\n \n\"Text\"", "a title || text"},
        {"wait ... he said", "wait he said"},
        {"Das ist gut. Herr Dr. Müller sagt: Nein.", "das ist gut | herr dr muller sagt nein"},
        {"¿Qué pasó? ¡Nada! El Sr. López", "que paso | nada | el sr lopez"},
        {"M. Dupont est venu. Il part.", "m dupont est venu | il part"},
        {"Нефть дорожает. Газ тоже.", "нефть дорожает | газ тоже"},
        {"ماذا حدث؟ لا شيء.", "ماذا حدث | لا شيء"},
        {"油价上涨。天然气", "油价 价上 上涨 | 天然 然气"},
    };
    for (const auto& [text, expected] : cases) {
        INFO(text);
        CHECK(shown(text) == expected);
    }
}
