// Words are found in their other forms in every language, and as readers type them.
#include "support/temp_archive.hpp"

using namespace morgue;

namespace {

std::string record(const std::string& guid, const std::string& language, const std::string& body) {
    return "{\"v\":1,\"guid\":\"" + guid + "\",\"headline\":\"-\",\"language\":\"" + language +
           "\",\"body\":\"" + body + "\"}\n";
}

}  // namespace

TEST_CASE("words are found in their other forms in the language of the article", "[index]") {
    TempArchive temp;
    temp.take(
        "a.jsonl",
        record("en", "en",
               "The companies' prices were rising in O'Brien's U.S. and AT&T café; "
               "1,000 co-operative voters naïvely agreed.") +
            record("es", "es", "Los gobiernos aprobaron las elecciones en España; informaciones.") +
            record("fr", "fr", "L'économie des gouvernements européens s'améliore aujourd'hui.") +
            record("de", "de",
                   "Die Häuser der Regierungen in Österreich: Strassen und Fußgänger.") +
            record("pt", "pt", "As eleições brasileiras foram aprovadas pelos deputados.") +
            record("ru", "ru", "Выборы президента прошли в российских городах. Ёлки.") +
            record("ar", "ar", "انتخابات الرئاسة في القاهرة") +
            record("zh", "zh", "北京大学的学生参加了选举。"));
    struct {
        const char *query, *found;
    } cases[] = {
        {"company price", "1: en"},
        {"obrien", "1: en"},
        {"\"O'Brien's\"", "1: en"},
        {"US", "1: en"},
        {"u.s.", "1: en"},
        {"at&t", "0:"},  // as typed: two words
        {"AT&T", "1: en"},
        {"cafe", "1: en"},
        {"CAFÉ", "1: en"},
        {"1000", "1: en"},
        {"1,000", "1: en"},
        {"\"1,000 co-operative voters\"", "1: en"},
        {"naively", "1: en"},
        {"elección información", "1: es"},
        {"informacion", "1: es"},
        {"ESPANA", "1: es"},
        {"gobiernos W/2 aprobar", "1: es"},
        {"gouvernement economie", "1: fr"},
        {"europeen W/2 gouvernement", "1: fr"},
        {"Haus Regierung", "1: de"},
        {"hauser Regierung", "1: de"},
        {"regierung osterreich", "1: de"},
        {"Strasse", "1: de"},
        {"straße fussgänger", "1: de"},
        {"eleicao", "1: pt"},
        {"eleição", "1: pt"},
        {"eleicoes brasileiro", "1: pt"},
        {"deputado W/4 aprovada", "1: pt"},
        {"президент город", "1: ru"},
        {"президентов W/4 города", "1: ru"},
        {"ЕЛКИ", "1: ru"},
        {"القاهرة", "1: ar"},
        {"انتخابات W/3 القاهرة", "1: ar"},
        {"北京", "1: zh"},
        {"大学", "1: zh"},
        {"北京大学", "1: zh"},
        {"京大", "1: zh"},
        {"学北", "0:"},
        {"学生 W/9 选举", "1: zh"},
        {"北京大学 ADJ/9 选举", "1: zh"},
        {"lang:fr", "1: fr"},
    };
    for (const auto& [query, found] : cases) {
        INFO(query);
        CHECK(temp.found(query) == found);
    }
}

TEST_CASE("a stem means the word only in articles of its language", "[index]") {
    TempArchive temp;
    temp.take("a.jsonl", record("1", "en", "The port of Los Angeles is closed.") +
                             record("2", "en", "They may lose it.") +
                             record("3", "fr", "Les losers et le los de la ville.") +
                             record("4", "en", "Losing takes time."));
    CHECK(temp.found("lose") == "3: 2 3 4");
    CHECK(temp.found("lose NEAR/3 it") == "1: 2");
    CHECK(temp.found("headline:lose OR lose") == "3: 2 3 4");
}

TEST_CASE("a German noun is stemmed although it begins with a capital", "[index]") {
    TempArchive temp;
    temp.take("a.jsonl",
              record("1", "de", "Die Zeitungen berichten.") + record("2", "de", "eine zeitung"));
    CHECK(temp.found("Zeitung") == "2: 1 2");
    CHECK(temp.found("zeitungen") == "2: 1 2");
    CHECK(temp.found("=Zeitung") == "1: 2");
}

TEST_CASE("--lang says whose stemmers read the query", "[index]") {
    TempArchive temp;
    temp.take("a.jsonl",
              record("en", "en", "The prices rose.") + record("de", "de", "Die Preise."));
    const auto total = [&](std::vector<std::string> languages) {
        return ArchiveReader(temp.archive())
            .search({.query = "price OR Preis", .languages = std::move(languages)})
            .total;
    };
    CHECK(total({}) == 2);
    CHECK(total({"de"}) == 1);
}
