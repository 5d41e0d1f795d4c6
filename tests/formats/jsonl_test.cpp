#include <catch2/catch.hpp>

#include "formats/line_reader.hpp"
#include "formats/reading.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

std::string mentions(const std::string& line) {
    const auto draft = open(std::make_unique<StringSource>(line), "a.jsonl").reader->next();
    std::string out;
    for (const Entity& entity : draft->article.entities) {
        out += entity.name + ":";
        for (const Mention& mention : entity.mentions) {
            const std::string& text = mention.where == Mention::Where::headline
                                          ? draft->article.headline
                                          : draft->article.body;
            out += " [" + text.substr(mention.begin, mention.end - mention.begin) + "]";
        }
        out += ";";
    }
    for (const Problem& problem : draft->article.problems) out += " !" + problem.code;
    return out + (draft->article.entities_given ? " given" : "");
}

}  // namespace

TEST_CASE("a record of JSON Lines keeps what it says", "[formats]") {
    struct Case {
        std::string line, expected;
    };
    // clang-format off
    const Case cases[] = {
        {R"({"v":1,"id":7,"path":"x","record":3,"format":"rss","headline":"T","body":"a\n\nb"})",
         "headline=T body=a\n\nb"},
        {R"({"headline":"Caf\u00e9","authors":["Jane Doe","John Roe"],"published":"2025-09","url":null})",
         "headline=Café authors=Jane Doe; John Roe published=2025-09"},
        {R"({"headline":"T","published":"last week"})",
         "headline=T published=last week"},
        {R"({"headline":"T","byline":7,"keywords":["a",1,"b"]})",
         "headline=T keywords=a; b !json-type=byline !json-type=keywords"},
        {R"({"headline":"T","body":["no"]})",
         "headline=T !json-type=body"},
        {R"({"byline":"By Nobody","headline":""})",
         "[no-text]"},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.line);
        CHECK(read_all(each.line, "a.jsonl") == each.expected + "\n");
        CHECK(read_all(each.line + "\r\n", "a.jsonl") == each.expected + "\n");
    }
}

TEST_CASE("a broken line costs only itself", "[formats]") {
    CHECK(read_all("{\"headline\":\"A\"}\n{\"headline\":\"B\"\n[1]\n\n{\"headline\":\"C\"}\n"
                   "{\"headline\":\"D") ==
          "headline=A\n[json-broken]\n[json-broken]\nheadline=C\n[json-broken]\n");
}

TEST_CASE("unknown keys are told of once a file", "[formats]") {
    CHECK(read_all("{\"headline\":\"A\"}\n{\"headline\":\"B\",\"mood\":1}\n"
                   "{\"headline\":\"C\",\"mood\":2}\n") ==
          "headline=A\nheadline=B !unknown-key=file\nheadline=C\n");
}

TEST_CASE("given entities are kept, their places turned into those of the tidied text",
          "[formats]") {
    struct Case {
        std::string rest, expected;
    };
    // clang-format off
    const Case cases[] = {
        {R"("headline":"Zoë meets Åse","entities":[{"type":"person","name":"Åse","mentions":[{"field":"headline","start":10,"end":13}]}])",
         "Åse: [Åse]; given"},
        {R"("body":"  One\t\tJane   Doe ","entities":[{"type":"person","name":"Jane Doe","mentions":[{"field":"body","start":7,"end":17}]}])",
         "Jane Doe: [Jane   Doe]; given"},
        {R"("body":"Zoe\u0308 saw Ase","entities":[{"type":"person","name":"Ase","mentions":[{"field":"body","start":9,"end":12},{"field":"body","start":0,"end":4}]}])",
         "Ase: [Zoë] [Ase]; given"},
        {R"("headline":"T","body":"Rome, Rome","entities":[{"type":"place","name":"Rome","mentions":[{"field":"body","start":6,"end":10},{"field":"body","start":8,"end":11},{"field":"body","start":0,"end":4}]}])",
         "Rome: [Rome] [Rome]; !entity-dropped given"},
        {R"("headline":"T","entities":[{"type":"ship","name":"Rome"},{"type":"place","name":"Rome"}])",
         "Rome:; !entity-dropped given"},
        {R"("headline":"T","entities":[])",
         " given"},
        {R"("headline":"T","entities":null)",
         ""},
    };
    // clang-format on
    for (const Case& each : cases) {
        INFO(each.rest);
        CHECK(mentions("{" + each.rest + "}") == each.expected);
    }
}

TEST_CASE("a line beyond the limit is skipped, the next is read", "[formats]") {
    const std::string longer(3 << 20, 'x');
    LineReader lines(std::make_unique<StringSource>("a\n" + longer + "\nb\n" + longer), 1 << 20);
    CHECK(*lines.next() == "a");
    CHECK_THROWS_AS(lines.next(), core::BadRecord);
    CHECK(*lines.next() == "b");
    CHECK(lines.number() == 3);
    CHECK_THROWS_AS(lines.next(), core::BadRecord);
    CHECK_FALSE(lines.next());
}
