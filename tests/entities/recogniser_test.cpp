#include "entities/recogniser.hpp"

#include <catch2/catch.hpp>

namespace {

using morgue::Article;
using morgue::Entity;
using morgue::Mention;
using morgue::entities::Recogniser;

Recogniser& recogniser() {
    static Recogniser one;
    return one;
}

std::string surface(const Article& article, const Mention& mention) {
    const std::string& text =
        mention.where == Mention::Where::headline ? article.headline : article.body;
    return text.substr(mention.begin, mention.end - mention.begin);
}

// "person Jane Doe: Jane Doe, Doe; place Rome: Rome"; the mentions of the headline carry a star.
std::string printed(const Article& article) {
    std::string out;
    for (const Entity& entity : recogniser().recognise(article)) {
        constexpr const char* kinds[] = {"person", "organisation", "place"};
        if (!out.empty()) out += "; ";
        out += std::string(kinds[std::size_t(entity.kind)]) + " " + entity.name + ":";
        for (const Mention& mention : entity.mentions) {
            out += &mention == &entity.mentions.front() ? " " : ", ";
            if (mention.where == Mention::Where::headline) out += "*";
            out += surface(article, mention);
        }
    }
    return out;
}

std::string of_body(std::string body, std::string language = {}) {
    Article article;
    article.body = std::move(body);
    article.language = std::move(language);
    return printed(article);
}

std::string of_story(std::string headline, std::string body) {
    Article article;
    article.headline = std::move(headline);
    article.body = std::move(body);
    return printed(article);
}

struct Row {
    std::string body, expected;
};

void check(const std::vector<Row>& rows) {
    for (const auto& [body, expected] : rows) {
        INFO(body);
        CHECK(of_body(body) == expected);
    }
}

}  // namespace

TEST_CASE("a surname stands for the one person of the article who bears it", "[entities]") {
    check({
        {"Minister Hanna Vesterlund spoke first. Vesterlund's plan failed.",
         "person Hanna Vesterlund: Hanna Vesterlund, Vesterlund"},
        {"Critics of Vesterlund met. Later Hanna Vesterlund resigned.",
         "person Hanna Vesterlund: Vesterlund, Hanna Vesterlund"},
        {"The actor Paul Orvik met Lisa Orvik. Orvik said little.",
         "person Paul Orvik: Paul Orvik; person Lisa Orvik: Lisa Orvik; person Orvik: Orvik"},
    });
}

TEST_CASE("a name is known as a person's by what stands around it", "[entities]") {
    check({
        {"The report was praised by spokesman Orvik on Friday.", "person Orvik: Orvik"},
        {"It was a surprise, Mr. Orvik said.", "person Orvik: Orvik"},
        {"Nobody asked Orvik, 45, about it.", "person Orvik: Orvik"},
        {"The driver was Gerd von der Heyde of the fire brigade.",
         "person Gerd von der Heyde: Gerd von der Heyde"},
        {"The gang of Julio “Gato” Belmares fled.",
         "person Julio “Gato” Belmares: Julio “Gato” Belmares"},
    });
}

TEST_CASE("titles, articles and the possessive stay outside a mention", "[entities]") {
    check({
        {"On Monday US Secretary of State Clara Brandon met the UN's envoy.",
         "place US: US; person Clara Brandon: Clara Brandon; organisation UN: UN"},
        {"They read it in The Guardian yesterday.", "organisation Guardian: Guardian"},
    });
}

TEST_CASE("organisations are known by their ends, their heads and what follows of", "[entities]") {
    check({
        {"Shares of Norvik Timber Corp fell, and Norvik Timber cut jobs.",
         "organisation Norvik Timber Corp: Norvik Timber Corp, Norvik Timber"},
        {"A study by the University of Lund was published.",
         "organisation University of Lund: University of Lund"},
        {"The Ministry of Health and Social Affairs denied it.",
         "organisation Ministry of Health and Social Affairs: Ministry of Health and Social "
         "Affairs"},
        {"The Federal Tunnel Safety Board (FTSB) met. The FTSB said nothing.",
         "organisation Federal Tunnel Safety Board: Federal Tunnel Safety Board, FTSB, FTSB"},
        {"The White House and the Kremlin were silent.",
         "organisation White House: White House; organisation Kremlin: Kremlin"},
    });
}

TEST_CASE("places are known from the gazetteer or from in, city of, -based", "[entities]") {
    check({
        {"It rained in Quillford, and the city of Marnby was flooded.",
         "place Quillford: Quillford; place Marnby: Marnby"},
        {"A US-led force and an Iran-Iraq treaty.",
         "place US: US; place Iran: Iran; place Iraq: Iraq"},
        {"He flew from New York to São Paulo.",
         "place New York: New York; place São Paulo: São Paulo"},
        {"A fire broke out near the Tarn River.", "place Tarn River: Tarn River"},
    });
}

TEST_CASE("peoples, days, months and religions are never names by themselves", "[entities]") {
    check({
        {"On Monday a Venezuelan met two Catholics, a Muslim and several North Koreans in May.",
         ""},
        {"In March Christmas seemed far away to many French voters.", ""},
    });
}

TEST_CASE("the first word of a sentence is a name only if something else says so", "[entities]") {
    check({
        {"Harvests were poor. Inflation rose. Meanwhile nothing changed.", ""},
        {"Venezuela voted.", "place Venezuela: Venezuela"},
        {"But President Mira Solberg resigned.", "person Mira Solberg: Mira Solberg"},
        {"Prices rose, we heard from us all. They told us that WHO was to blame.",
         "organisation WHO: WHO"},
    });
}

TEST_CASE("an acronym is not the lower-case word", "[entities]") {
    check({{"They told us that the US would help us.", "place US: US"},
           {"Nobody knows who it is.", ""}});
}

TEST_CASE("headlines in capitals hold only names of the body and of the gazetteer", "[entities]") {
    const std::string body = "The mayor, Hanna Vesterlund, resigned in Caracas.";
    CHECK(of_story("Vesterlund Quits After Stormy Budget Meeting", body) ==
          "person Hanna Vesterlund: *Vesterlund, Hanna Vesterlund; place Caracas: Caracas");
    CHECK(of_story("VESTERLUND QUITS, CHINA TELLS ALL WHO WON", body) ==
          "person Hanna Vesterlund: *VESTERLUND, Hanna Vesterlund; place CHINA: *CHINA; "
          "place Caracas: Caracas");
}

TEST_CASE("a shouted sentence does not reach into the next", "[entities]") {
    CHECK(of_body("SENATOR TALKS TO CHINA\n\nKorea said nothing of it today.") ==
          "place CHINA: CHINA; place Korea: Korea");
}

TEST_CASE("in other languages only known places and people behind a title are named",
          "[entities]") {
    CHECK(of_body("Der Minister sprach in Berlin mit Frau Hofstetter über das Gesetz.", "de") ==
          "place Berlin: Berlin; person Hofstetter: Hofstetter");
    CHECK(of_body("Die Regierung lobt den Haushalt der Behörde.", "de-AT").empty());
}

TEST_CASE("a line end inside a name becomes a blank of its canonical form", "[entities]") {
    CHECK(of_body("It was said by Hanna\nVesterlund in a letter.") ==
          "person Hanna Vesterlund: Hanna\nVesterlund");
}

TEST_CASE("an article without text has no entities", "[entities]") {
    CHECK(of_story("", "").empty());
}

TEST_CASE("hostile text is read to its end", "[entities]") {
    const auto repeated = [](std::string_view piece, std::size_t times) {
        std::string text;
        for (std::size_t n = 0; n < times; ++n) text += piece;
        return text;
    };
    const std::string tail = "\n\nThey met in Venezuela today.";
    for (const char* piece : {"A ", "A", "U.", "A-", "Ministry of ", "Al \"", "Al de la ", "Bank ",
                              "\xF0\x9F\x98\x80", "A's'", ".", "Aaa Bbb "}) {
        INFO(piece);
        const std::string found = of_body(repeated(piece, 100'000) + tail);
        CHECK(found.find("place Venezuela: Venezuela") != std::string::npos);
    }
}
