// Quoted speech: what is one, whose it is, and that hostile text costs no more than other text.
#include <catch2/catch.hpp>
#include <chrono>

#include "extract/quote_spans.hpp"
#include "extract/quotes.hpp"

using namespace morgue;

namespace {

// An article in which these people and organisations are named, mentioned wherever their whole name
// or its last word stands.
Article article(const std::string& body, std::vector<std::string> people,
                std::vector<std::string> organisations = {}) {
    Article out;
    out.body = body;
    const auto add = [&](Entity::Kind kind, const std::string& name) {
        Entity entity{kind, name, {}};
        const std::string last = name.substr(name.rfind(' ') + 1);
        for (std::size_t at = 0; (at = body.find(last, at)) != body.npos; at += last.size()) {
            const std::size_t rest = name.size() - last.size();
            const bool whole = at >= rest && body.compare(at - rest, name.size(), name) == 0;
            entity.mentions.push_back({Mention::Where::body, std::uint32_t(whole ? at - rest : at),
                                       std::uint32_t(at + last.size())});
        }
        out.entities.push_back(std::move(entity));
    };
    for (const std::string& name : people) add(Entity::Kind::person, name);
    for (const std::string& name : organisations) add(Entity::Kind::organisation, name);
    return out;
}

// "Speaker (cue): text", one a line.
std::string printed(const Article& from) {
    std::string out;
    for (const Quote& quote : extract::quotes(from)) {
        out += out.empty() ? "" : "\n";
        out +=
            (quote.speaker.empty() ? "-" : quote.speaker) + " (" + quote.cue + "): " + quote.text;
    }
    return out;
}

std::string told(const std::string& body) {
    return printed(
        article(body, {"Anna Bell", "Petteri Orpo", "Dénes Szálka"}, {"Acme", "Reuters"}));
}

struct Case {
    const char *body, *quotes;
};

std::string spans(std::string_view body) {
    std::string out;
    for (const auto& span : extract::quote_spans(body)) {
        out += '[' + std::string(body.substr(span.inner_begin, span.inner_end - span.inner_begin));
        out += span.goes_on ? "..]" : "]";
    }
    return out;
}

}  // namespace

TEST_CASE("quotation marks of every kind open and close", "[extract][quotes]") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {R"("One," he said. "Two.")", "[One,][Two.]"},
        {"“One,” he said. “Two.”", "[One,][Two.]"},
        {"„Eins“, sagte er. „Zwei.”", "[Eins][Zwei.]"},
        {"« Un », dit-il. «Deux»", "[ Un ][Deux]"},
        {"»Eins«, sagte er.", "[Eins]"},
        {"‘It’s one,’ he said.", "[It’s one,]"},
        {R"(a 6" pipe and a 5" one)", ""},
        {"“One ‘two’ three.”", "[One ‘two’ three.]"},
        {"“One.\n\n“Two.”", "[One...][Two.]"},
        {"\"One.\n\n\"Two.\n\n\"Three.\"", "[One...][Two...][Three.]"},
        {"“Never closed.\n\nOther text “one”.", "[one]"},
        {"“Never closed “one”.", "[one]"},
        {"“One.\n\n“Two.\n\nThree.", ""},
        {"\"\" “” «»", ""},
        {"", ""},
    };
    for (const auto& [body, expected] : cases) {
        CAPTURE(body);
        CHECK(spans(body) == expected);
    }
}

TEST_CASE("who said a quote stands behind it", "[extract][quotes]") {
    const std::vector<Case> cases{
        {R"("We will go," said Anna Bell.)", "Anna Bell (said): We will go"},
        {R"("We will go," Bell said on Monday.)", "Anna Bell (said): We will go"},
        {R"("We will go", Bell told Acme.)", "Anna Bell (told): We will go"},
        {R"("We will go," said the prime minister, Petteri Orpo.)",
         "Petteri Orpo (said): We will go"},
        {R"("We will go," said Finnish prime minister Petteri Orpo.)",
         "Petteri Orpo (said): We will go"},
        {R"("We will go," said a spokesman for the company, Anna Bell.)",
         "Anna Bell (said): We will go"},
        {R"("We will go," Orpo, who leads the party, said.)", "Petteri Orpo (said): We will go"},
        {R"("We will go," Orpo also warned.)", "Petteri Orpo (warned): We will go"},
        {R"("Will we go?" asked Orpo.)", "Petteri Orpo (asked): Will we go?"},
        {R"("Go!" Orpo has said.)", "Petteri Orpo (said): Go!"},
        {R"("We will go," according to Orpo.)", "Petteri Orpo (according to): We will go"},
        {R"("We will go," Acme said.)", "Acme (said): We will go"},
        {R"("We will go," said Acme in a statement.)", "Acme (said): We will go"},
        {"“We will go,” SZÁLKA said.", "Dénes Szálka (said): We will go"},
        {"« Nous irons », a déclaré Anna Bell.", "Anna Bell (déclaré): Nous irons"},
        {"„Wir gehen“, sagte Orpo.", "Petteri Orpo (sagte): Wir gehen"},
        {"«Iremos», dijo Bell.", "Anna Bell (dijo): Iremos"},
    };
    for (const auto& [body, quotes] : cases) {
        CAPTURE(body);
        CHECK(told(body) == quotes);
    }
}

TEST_CASE("who said a quote stands before it", "[extract][quotes]") {
    const std::vector<Case> cases{
        {R"(Bell said: "We will go.")", "Anna Bell (said): We will go."},
        {R"(Bell told the jury on Tuesday: "We will go.")", "Anna Bell (told): We will go."},
        {R"(Bell said, "We will go.")", "Anna Bell (said): We will go."},
        {R"(Bell said "We will go.")", "Anna Bell (said): We will go."},
        {R"(Said Bell: "We will go.")", "Anna Bell (Said): We will go."},
        {R"(According to Bell, "We will go.")", "Anna Bell (According to): We will go."},
        {R"(Asked whether he was a liar, Szálka answered: "I was a liar.")",
         "Dénes Szálka (answered): I was a liar."},
        {R"(Orpo left. But Bell added: "We will go.")", "Anna Bell (added): We will go."},
        {R"(Bell, 41, said: "We will go.")", "Anna Bell (said): We will go."},
    };
    for (const auto& [body, quotes] : cases) {
        CAPTURE(body);
        CHECK(told(body) == quotes);
    }
}

TEST_CASE("a quote that its telling breaks up is one", "[extract][quotes]") {
    const std::vector<Case> cases{
        {R"("We will go," said Bell. "But not now.")",
         "Anna Bell (said): We will go. But not now."},
        {R"("We will go," Bell said, "but not now.")",
         "Anna Bell (said): We will go, but not now."},
        {R"("We go," said Bell. "I stay," said Orpo.)",
         "Anna Bell (said): We go\nPetteri Orpo (said): I stay"},
        {R"("We go," said Bell. Orpo added: "I stay.")",
         "Anna Bell (said): We go\nPetteri Orpo (added): I stay."},
        {R"("We go," said Bell. The plan is called "Big Stay".)", "Anna Bell (said): We go"},
        {R"("We go," said Bell. "Big Stay" is the plan.)", "Anna Bell (said): We go"},
        {R"("We go," said Anna "Ann" Bell.)", "- (said): We go"},
        {R"("We go?" said Bell. "Now!")", "Anna Bell (said): We go? Now!"},
        {"«Iremos», dijo Bell. «Pero no ahora».", "Anna Bell (dijo): Iremos. Pero no ahora"},
        {"“We go.\n\n“But not now,” said Bell.", "Anna Bell (said): We go. But not now"},
        {"Bell said: “We go.\n\n“But not now.”", "Anna Bell (said): We go. But not now."},
        {"“We go,” said Bell. “It is late.\n\n“But not now.”",
         "Anna Bell (said): We go. It is late. But not now."},
    };
    for (const auto& [body, quotes] : cases) {
        CAPTURE(body);
        CHECK(told(body) == quotes);
    }
}

TEST_CASE("where the text leaves a doubt nobody is named", "[extract][quotes]") {
    const std::vector<Case> cases{
        {R"("We will go," said the minister.)", "- (said): We will go"},
        {R"("We will go," said a spokesman for Bell.)", "- (said): We will go"},
        {R"("We will go," Bell's lawyer said.)", "- (said): We will go"},
        {R"("We will go," said Bell's lawyer.)", "- (said): We will go"},
        {R"("We will go," a friend of Bell said.)", "- (said): We will go"},
        {R"("We will go," Bell and Orpo said.)", "- (said): We will go"},
        {R"("We will go," said Bell and Orpo.)", "- (said): We will go"},
        {R"("We will go," said an Acme lawyer.)", "- (said): We will go"},
        {R"(Orpo met Bell. "We will go," she said.)", "- (said): We will go"},
    };
    for (const auto& [body, quotes] : cases) {
        CAPTURE(body);
        CHECK(told(body) == quotes);
    }
}

TEST_CASE("marks without speech are no quote", "[extract][quotes]") {
    for (const char* body : {
             R"(A man he knew only as "the Cousin".)",
             R"(They called it "the Cousin," but Szálka said nothing.)",
             R"(The film "Jaws" was shown. Bell said it was long.)",
             R"(The manager, known as "Ike", said Bell had left.)",
             R"(Bell called the plan "a disgrace".)",
             R"("Big Stay" is a plan. Bell said so.)",
             R"(Read "We Will Go". Bell wrote it.)",
             R"(He is the author of "We Will Go" and said so.)",
         }) {
        CAPTURE(body);
        CHECK(told(body) == "");
    }
}

TEST_CASE("a pronoun means the one person in sight", "[extract][quotes]") {
    CHECK(told("Bell spoke on Monday.\n\n\"We will go,\" she said.") ==
          "Anna Bell (said): We will go");
    CHECK(told("Orpo left.\n\nIt rained.\n\nIt rained more.\n\nBell spoke. \"We go,\" she said.") ==
          "Anna Bell (said): We go");
    CHECK(printed(article("It rained.\n\n\"We will go,\" she said.", {"Anna Bell"})) ==
          "Anna Bell (said): We will go");
}

TEST_CASE("a name without mentions is known by its last word", "[extract][quotes]") {
    Article given = article("\"We will go,\" Bell said.", {"Anna Bell"});
    given.entities[0].mentions.clear();
    CHECK(printed(given) == "Anna Bell (said): We will go");
    given.entities.push_back({Entity::Kind::person, "Tom Bell", {}});
    CHECK(printed(given) == "- (said): We will go");
}

TEST_CASE("the range of a quote runs from its first mark past its last", "[extract][quotes]") {
    const std::string body = "Yes. “We go,” said Bell. “Now.” No.";
    const auto found = extract::quotes(article(body, {"Anna Bell"}));
    REQUIRE(found.size() == 1);
    CHECK(body.substr(found[0].begin, found[0].end - found[0].begin) ==
          "“We go,” said Bell. “Now.”");
}

TEST_CASE("a speaker is asked for by the whole name or its end", "[extract][quotes]") {
    CHECK(is_speaker("Dénes Szálka", "szalka"));
    CHECK(is_speaker("Dénes Szálka", "DENES SZALKA"));
    CHECK(is_speaker("Ursula von der Leyen", "von der leyen"));
    CHECK_FALSE(is_speaker("Dénes Szálka", "Dénes"));
    CHECK_FALSE(is_speaker("Szálka", "Dénes Szálka"));
    CHECK_FALSE(is_speaker("", "Szálka"));
    CHECK_FALSE(is_speaker("Dénes Szálka", ""));
}

TEST_CASE("hostile text takes linear time", "[extract][quotes]") {
    const auto repeated = [](std::string_view piece, std::size_t bytes) {
        std::string out;
        while (out.size() < bytes) out += piece;
        return out;
    };
    for (const char* piece :
         {"\"", "“", "“a ", "“a.\n\n", "\"a\" ", "“a,” said ", "“A,” he said, ", "“a” Bell ", "«»",
          "‘a’ ", "said Bell: “A b c.” ", "\xE2\x80", "“A,” Bell, Bell, Bell said "}) {
        CAPTURE(piece);
        const auto time = [&](std::size_t bytes) {
            const Article hostile = article(repeated(piece, bytes), {"Anna Bell", "Petteri Orpo"});
            const auto start = std::chrono::steady_clock::now();
            (void)extract::quotes(hostile);
            return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        };
        CHECK(time(1'000'000) < 10.0);  // seconds; anything quadratic takes minutes
    }
}
