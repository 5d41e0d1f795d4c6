#include "entities/locate.hpp"

#include <catch2/catch.hpp>

using namespace morgue;

namespace {

// An article of the body that names the places, in it wherever they stand.
Article article_of(const std::string& body, const std::vector<std::string>& places) {
    Article article;
    article.body = body;
    for (const std::string& name : places) {
        Entity entity{Entity::Kind::place, name, {}, {}, {}};
        for (std::size_t at = body.find(name); at != body.npos; at = body.find(name, at + 1))
            entity.mentions.push_back(
                {Mention::Where::body, std::uint32_t(at), std::uint32_t(at + name.size())});
        article.entities.push_back(std::move(entity));
    }
    return article;
}

// Where the first of the places is.
std::string region(const std::string& body, const std::vector<std::string>& places) {
    Article article = article_of(body, places);
    entities::locate(article);
    return article.entities.front().region;
}

const std::string us = "Americas/Northern America/United States";
const std::string georgia = "Asia/Western Asia/Georgia";

}  // namespace

TEST_CASE("a place is located from its continent down", "[entities][locate]") {
    CHECK(region("In Caracas.", {"Caracas"}) ==
          "Americas/South America/Venezuela/Distrito Federal/Caracas");
    CHECK(region("In KIEV.", {"KIEV"}) == "Europe/Eastern Europe/Ukraine/Kyiv City/Kyiv");
    CHECK(region("In Singapore.", {"Singapore"}) == "Asia/Southeast Asia/Singapore");
    CHECK(region("In Jordan.", {"Jordan"}) == "Asia/Western Asia/Jordan");
    CHECK(region("In the U.S.", {"U.S."}) == us);
    CHECK(region("In South America.", {"South America"}) == "Americas/South America");
}

TEST_CASE("only a place inside a country has one", "[entities][locate]") {
    Article article = article_of("In Lyon and South America.", {"Lyon", "South America"});
    entities::locate(article);
    CHECK(article.entities[0].country == "France");
    CHECK(article.entities[1].country.empty());
}

TEST_CASE("Georgia is what the places beside it say, and nothing without any",
          "[entities][locate]") {
    CHECK(region("Georgia voted.", {"Georgia"}).empty());
    CHECK(region("Georgia voted, they said in Tbilisi.", {"Georgia", "Tbilisi"}) == georgia);
    CHECK(region("Georgia and Tbilisi, seen from Washington and the United States.",
                 {"Georgia", "Tbilisi", "Washington", "United States"}) == georgia);
    CHECK(region("Georgia and Atlanta voted.", {"Georgia", "Atlanta"}) == us + "/Georgia");
    CHECK(region("Georgia, Arizona and Michigan voted in the United States.",
                 {"Georgia", "Arizona", "Michigan", "United States"}) == us + "/Georgia");
}

TEST_CASE("what stands behind a place says where it is", "[entities][locate]") {
    CHECK(region("In Paris.", {"Paris"}) == "Europe/Western Europe/France/Île-de-France/Paris");
    CHECK(region("In Paris, Texas.", {"Paris"}) == us + "/Texas/Paris");
    CHECK(region("In Paris (Texas).", {"Paris"}) == us + "/Texas/Paris");
    CHECK(region("In Paris, Texas.", {"Paris, Texas"}) == us + "/Texas/Paris");
    CHECK(region("In Athens, Ga.", {"Athens"}) == us + "/Georgia/Athens");
    CHECK(region("In Paris, Germany and Italy.", {"Paris"}) ==
          "Europe/Western Europe/France/Île-de-France/Paris");
}

TEST_CASE("a town too small for the atlas lies in the state named behind it",
          "[entities][locate]") {
    CHECK(region("In Paris, Tenn.", {"Paris"}) == us + "/Tennessee");
    CHECK(region("In Warsaw, Ind., they", {"Warsaw"}) == us + "/Indiana");
    CHECK(region("In Peru, Ind.", {"Peru"}) == us + "/Indiana");
    CHECK(region("In Mexico, Mo.", {"Mexico"}) == us + "/Missouri");
    CHECK(region("In Delhi, Louisiana.", {"Delhi"}) == us + "/Louisiana");
    CHECK(region("In Macedonia, Ohio.", {"Macedonia"}) == us + "/Ohio");
    CHECK(region("In Paris, Miss World.", {"Paris"}).starts_with("Europe/"));
    CHECK(region("In Berlin, New York and Tokyo.", {"Berlin"}).starts_with("Europe/"));
}

TEST_CASE("a list behind a town does not say where it is", "[entities][locate]") {
    CHECK(region("He will visit Athens, Georgia and Armenia. In Tbilisi he meets the president.",
                 {"Athens", "Georgia", "Armenia", "Tbilisi"})
              .starts_with("Europe/Southern Europe/Greece"));
}

TEST_CASE("the dateline says where its town is", "[entities][locate]") {
    const struct {
        const char *dateline, *town, *place;
    } cases[] = {
        {"ATHENS, Ga., Sept 28 (AP)", "Athens", "/Georgia/Athens"},
        {"BERLIN, N.H., Sept 28 (AP)", "Berlin", "/New Hampshire"},
        {"PARIS, Texas, Sept 28 (Reuters)", "Paris", "/Texas/Paris"},
    };
    for (const auto& [dateline, town, place] : cases) {
        CAPTURE(dateline);
        Article article = article_of(std::string("It opened in ") + town + ".", {town});
        article.dateline = dateline;
        entities::locate(article);
        CHECK(article.entities.front().region == us + place);
    }
}

TEST_CASE("candidates that agree on the country give no more than that", "[entities][locate]") {
    CHECK(region("In Springfield.", {"Springfield"}) == us);
    CHECK(region("In New York.", {"New York"}) == us + "/New York");
}

TEST_CASE("towns that share a name go to the country that the article speaks of",
          "[entities][locate]") {
    const std::string lebanon =
        "Shops in Tripoli stayed closed. Lebanon has no money for fuel, Lebanon's bankers said. In "
        "Sidon, too, people waited; Lebanon and Cyprus spoke of a loan to Lebanon in Beirut.";
    CHECK(region(lebanon, {"Tripoli", "Lebanon", "Sidon", "Cyprus", "Beirut"}) ==
          "Asia/Western Asia/Lebanon/North Lebanon/Tripoli");
    CHECK(region("The bridge in Tripoli is open again.", {"Tripoli"}) ==
          "Africa/Northern Africa/Libya/Tripoli");
    CHECK(region("Bakers met in León, the first time in Nicaragua.", {"León", "Nicaragua"}) ==
          "Americas/Central America/Nicaragua/León");
    CHECK(region("Bakers met in León, the first time in Spain.", {"León", "Spain"}) ==
          "Europe/Southern Europe/Spain/Castille and León/León");
    CHECK(region("Bakers met in León, the first time in Mexico.", {"León", "Mexico"})
              .starts_with("Americas/Central America/Mexico"));
    CHECK(region("Bakers met in Vitoria, the first time in Spain.", {"Vitoria", "Spain"}) ==
          "Europe/Southern Europe/Spain/Basque Country/Vitoria");
    CHECK(region("Bakers met in Córdoba, the first time in Spain.", {"Córdoba", "Spain"}) ==
          "Europe/Southern Europe/Spain/Andalusia/Córdoba");
}

TEST_CASE("a state that is named draws its towns", "[entities][locate]") {
    CHECK(region("The pier of Naples is new; Florida paid for it, and Tampa.",
                 {"Naples", "Florida", "Tampa"}) == us + "/Florida/Naples");
    CHECK(region("The pier of St. Petersburg is new; Florida paid for it, and Tampa.",
                 {"St. Petersburg", "Florida", "Tampa"}) == us + "/Florida/St. Petersburg");
    CHECK(region("The mill in Birmingham was sold, and Alabama was glad.",
                 {"Birmingham", "Alabama"}) == us + "/Alabama/Birmingham");
    CHECK(region("The jail of Kingston is a museum, the first in Ontario and in Canada.",
                 {"Kingston", "Ontario", "Canada"}) ==
          "Americas/Northern America/Canada/Ontario/Kingston");
}

TEST_CASE("a capital beside a state with a town of its name is not decided", "[entities][locate]") {
    CHECK(region("Schools in Athens closed, as in Columbus and all over Ohio.",
                 {"Athens", "Columbus", "Ohio"})
              .empty());
    CHECK(region("Schools in Dublin closed, as in Columbus and all over Ohio.",
                 {"Dublin", "Columbus", "Ohio"})
              .empty());
}

TEST_CASE("a city that is known far away stays where it is though America is named",
          "[entities][locate]") {
    CHECK(region("Bakers of the U.S. and of New York went to Geneva. The U.S. won.",
                 {"Geneva", "U.S.", "New York"})
              .starts_with("Europe/Western Europe/Switzerland"));
    CHECK(region("The market of Naples is open again.", {"Naples"})
              .starts_with("Europe/Southern Europe/Italy"));
}

TEST_CASE("a capital stays where it is though other countries are named", "[entities][locate]") {
    const std::string greece = "Europe/Southern Europe/Greece/Attica/Athens";
    CHECK(region("The market of Athens is open again.", {"Athens"}) == greece);
    CHECK(region("A teacher from Georgia came to Athens; Greece paid.",
                 {"Athens", "Georgia", "Greece"}) == greece);
    CHECK(region("The U.S. and the bakers of New York went to Paris. The U.S. won; the U.S. sang.",
                 {"Paris", "U.S.", "New York"})
              .starts_with("Europe/Western Europe/France"));
    CHECK(region("Bakers from Canada went to London.", {"London", "Canada"})
              .starts_with("Europe/Northern Europe/United Kingdom"));
    CHECK(region("Washington is covered in snow.", {"Washington"}) ==
          us + "/District of Columbia/Washington, D.C.");
}

TEST_CASE("what stands behind a town once holds wherever it is named, unlisted towns or not",
          "[entities][locate]") {
    CHECK(region("From Athens, Georgia, to Winterville the road is closed. In Athens they wait.",
                 {"Athens", "Georgia", "Winterville"}) == us + "/Georgia/Athens");
}

TEST_CASE("a country of the same region speaks for a town more than nothing does",
          "[entities][locate]") {
    CHECK(region("Bakers from Honduras and Panama met in San José.",
                 {"San José", "Honduras", "Panama"}) ==
          "Americas/Central America/Costa Rica/San José");
}

TEST_CASE("a country of two names in the atlas is a witness all the same", "[entities][locate]") {
    CHECK(region("The baths of Reading are old, the U.K. says, as no other in the U.K.",
                 {"Reading", "U.K."}) == "Europe/Northern Europe/United Kingdom/England/Reading");
}

TEST_CASE("a place that is unknown, small or anywhere is not guessed", "[entities][locate]") {
    CHECK(region("In Port Elmo.", {"Port Elmo"}).empty());
    CHECK(region("In Cambridge.", {"Cambridge"}).empty());
    CHECK(region("In Ga.", {"Ga."}).empty());
    CHECK(region("The French.", {"French"}).empty());
    CHECK(region("", {""}).empty());
}

TEST_CASE("locating twice finds the same", "[entities][locate]") {
    Article article = article_of("In Lyon.", {"Lyon"});
    entities::locate(article);
    const Article once = article;
    entities::locate(article);
    CHECK(article.entities == once.entities);
}

TEST_CASE("a country has many names", "[entities][locate]") {
    struct {
        const char *called, *shown;
    } cases[] = {
        {"USA", "United States"},
        {"U.S.", "United States"},
        {"america", "United States"},
        {"UK", "United Kingdom"},
        {"Britain", "United Kingdom"},
        {"holland", "Netherlands"},
        {"venezuela", "Venezuela"},
        {"Burma", "Myanmar"},
        {"Paris", "Paris"},
        {"nowhere", "nowhere"},
        {"", ""},
    };
    for (const auto& [called, shown] : cases) CHECK(entities::country_called(called) == shown);
}
