#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <morgue/corrections.hpp>
#include <random>
#include <set>

#include "support/temp_archive.hpp"
#include "text/words.hpp"

using namespace morgue;
using Kind = Entity::Kind;
using Action = Correction::Action;

namespace {

constexpr std::array fields_of_kinds{Field::Id::person, Field::Id::organisation, Field::Id::place};

// "person Nicolás Maduro; place Caracas" as a line of JSON Lines.
std::string article(const std::string& guid, const std::string& entities) {
    std::string list;
    for (std::size_t at = 0; at < entities.size();) {
        const std::size_t end = std::min(entities.find("; ", at), entities.size());
        const std::string one = entities.substr(at, end - at);
        const std::size_t blank = one.find(' ');
        list += (list.empty() ? "" : ",") + ("{\"type\":\"" + one.substr(0, blank)) +
                "\",\"name\":\"" + one.substr(blank + 1) + "\",\"mentions\":[]}";
        at = end + 2;
    }
    return "{\"guid\":\"" + guid + "\",\"headline\":\"Story " + guid +
           "\",\"published\":\"2025-01-01\",\"body\":\"It is " + guid + ".\",\"entities\":[" +
           list + "]}\n";
}

void write(const TempArchive& archive, const std::string& corrections) {
    std::ofstream(archive.archive() / "entities.toml") << corrections;
}

std::string facet(const TempArchive& archive, Field::Id field, bool prominent = false) {
    SearchRequest request;
    request.facets = {field};
    request.buckets = 0;
    request.prominent = prominent;
    const SearchResult result = ArchiveReader(archive.archive()).search(request);
    std::string out;
    for (const auto& bucket : result.facets[0].buckets)
        out += (out.empty() ? "" : "; ") + bucket.value + " " + std::to_string(bucket.count);
    return out;
}

const std::string maduro_articles =
    article("a", "person Nicolás Maduro; place Caracas") +
    article("b", "person Nicolas Maduro Moros; person Nicolás Maduro") +
    article("c", "person El Presidente") + article("d", "person Read More; person Ann More") +
    article("e", "person Chevron; place Caracas");

}  // namespace

TEST_CASE("corrections hold at once in queries, facets and articles", "[corrections]") {
    TempArchive archive;
    archive.take("a.jsonl", maduro_articles);
    CHECK(archive.found("person:\"Nicolas Maduro\"") == "2: a b");
    CHECK(facet(archive, Field::Id::organisation) == "");

    write(archive,
          "[merge.person]\n\"Nicolas Maduro Moros\" = \"Nicolás Maduro\"\n"
          "\"El Presidente\" = \"Nicolás Maduro\"\n[kill.person]\n\"Read More\" = true\n"
          "[type.person]\n\"Chevron\" = \"organisation\"\n[alias.place]\n\"Ciudad Grande\" = "
          "\"Caracas\"\n");
    CHECK(archive.found("person:\"Nicolas Maduro\"") == "3: a b c");
    CHECK(archive.found("person:maduro") == "3: a b c");
    CHECK(archive.found("person:madur*") == "3: a b c");
    CHECK(archive.found("person:\"el presidente\"") == "3: a b c");
    CHECK(archive.found("person:moros") == "1: b");
    CHECK(archive.found("person:more") == "1: d");
    CHECK(archive.found("person:\"read more\"") == "0:");
    CHECK(archive.found("person:read") == "0:");
    CHECK(archive.found("person:chevron") == "0:");
    CHECK(archive.found("org:chevron") == "1: e");
    CHECK(archive.found("entity:chevron") == "1: e");
    CHECK(archive.found("place:\"ciudad grande\"") == "2: a e");
    CHECK(facet(archive, Field::Id::person) == "Nicolás Maduro 3; Ann More 1");
    CHECK(facet(archive, Field::Id::organisation) == "Chevron 1");
    const auto found = ArchiveReader(archive.archive()).article(2);
    REQUIRE(found);
    REQUIRE(found->entities.size() == 1);
    CHECK(found->entities[0].name == "Nicolás Maduro");
}

TEST_CASE("a bad line of entities.toml is told, and the others hold", "[corrections]") {
    TempArchive archive;
    archive.take("a.jsonl", maduro_articles);
    write(archive, "[merge.person]\n\"A\" = [\n\"El Presidente\" = \"Nicolás Maduro\"\n");
    const ArchiveReader reader(archive.archive());
    REQUIRE(reader.correction_problems().size() == 1);
    CHECK(reader.correction_problems()[0].message.find("entities.toml: line 2: ") !=
          std::string::npos);
    CHECK(archive.found("person:maduro") == "3: a b c");
}

TEST_CASE("spellings of a name are one value, shown with its accents", "[corrections]") {
    TempArchive archive;
    archive.take("a.jsonl",
                 article("a", "person Nicolas Maduro") + article("b", "person NICOLAS MADURO") +
                     article("c", "person Nicolás Maduro") + article("d", "person Nicolas Maduro") +
                     article("e", "place Caracas; place CARACAS"));
    CHECK(facet(archive, Field::Id::person) == "Nicolás Maduro 4");
    CHECK(facet(archive, Field::Id::place) == "Caracas 1");
    write(archive, "[pin.person]\n\"Nicolas Maduro\" = true\n");
    CHECK(facet(archive, Field::Id::person) == "Nicolas Maduro 4");
}

TEST_CASE("a surname alone is found with the full name that it nearly always means",
          "[corrections]") {
    std::string articles = article("lone", "person Maduro") + article("other", "person Ann Petro");
    for (const char* guid : {"a", "b", "c", "d", "e"})
        articles += article(guid, "person Nicolás Maduro");
    TempArchive archive;
    archive.take("a.jsonl", articles);
    CHECK(archive.found("person:\"Nicolás Maduro\"") == "6: lone a b c d e");
    CHECK(archive.found("person:\"Ann Petro\"") == "1: other");
    write(archive, "[split.person]\n\"Maduro\" = \"Nicolás Maduro\"\n");
    CHECK(archive.found("person:\"Nicolás Maduro\"") == "5: a b c d e");
    write(archive, "");
    archive.take("b.jsonl", article("son", "person Nicolás Ernesto Maduro"));
    CHECK(archive.found("person:\"Nicolás Maduro\"") == "5: a b c d e");
}

TEST_CASE("an entity that is named in passing does not count as prominent", "[corrections]") {
    TempArchive archive;
    archive.take(
        "a.jsonl",
        R"({"guid":"a","headline":"Tide","source":"Wire","body":"One.\n\nAnn Bell, of the Wire. The Wire.",)"
        R"("entities":[{"type":"person","name":"Ann Bell","mentions":[{"field":"body","start":6,"end":14}]},)"
        R"({"type":"organisation","name":"Wire","mentions":[{"field":"body","start":23,"end":27},{"field":"body","start":33,"end":37}]}]})"
        "\n" +
            article("b", "person Ann Bell; person Bell of the Bay"));
    CHECK(facet(archive, Field::Id::person) == "Ann Bell 2; Bell of the Bay 1");
    CHECK(facet(archive, Field::Id::person, true) == "Ann Bell 1; Bell of the Bay 1");
    CHECK(facet(archive, Field::Id::organisation) == "Wire 1");
    CHECK(facet(archive, Field::Id::organisation, true) == "");
}

// The slow way: every article's entities after its corrections.
TEST_CASE("counts and queries agree with the corrected articles one by one", "[corrections]") {
    std::mt19937 dice(7);
    const auto pick = [&](const auto& list) { return std::string(list[dice() % std::size(list)]); };
    constexpr std::array names{"Ann Bell", "Anne Bell", "Bell", "Bo Dee",
                               "Dee",      "Bo D Dee",  "Cat",  "CAT"};
    constexpr std::array kinds{"person", "organisation", "place"};
    std::string articles;
    for (int i = 0; i < 60; ++i) {
        std::string entities;
        for (std::size_t n = dice() % 4 + 1; n > 0; --n)
            entities += (entities.empty() ? "" : "; ") + pick(kinds) + ' ' + pick(names);
        articles += article("g" + std::to_string(i), entities);
    }
    TempArchive archive;
    archive.take("a.jsonl",
                 articles.substr(0, articles.size() / 2).substr(0, articles.find("g30") - 9));
    archive.take("b.jsonl", articles.substr(articles.find("{\"guid\":\"g30\"")));

    for (int round = 0; round < 60; ++round) {
        std::string file;
        for (std::size_t n = dice() % 5; n > 0; --n) {
            const std::string kind = pick(kinds);
            switch (dice() % 3) {
                case 0:
                    file +=
                        "[merge." + kind + "]\n\"" + pick(names) + "\" = \"" + pick(names) + "\"\n";
                    break;
                case 1:
                    file += "[kill." + kind + "]\n\"" + pick(names) + "\" = true\n";
                    break;
                default:
                    file +=
                        "[type." + kind + "]\n\"" + pick(names) + "\" = \"" + pick(kinds) + "\"\n";
            }
        }
        write(archive, file);
        CAPTURE(file);
        std::map<std::pair<Kind, std::string>, std::set<std::string>> expected;
        const ArchiveReader reader(archive.archive());
        reader.each_hit({}, [&](const Article& each) {
            for (const Entity& entity : each.entities)
                expected[{entity.kind, text::name_key(entity.name)}].insert(each.guid);
            return true;
        });
        SearchRequest request;
        request.facets.assign(fields_of_kinds.begin(), fields_of_kinds.end());
        request.buckets = 0;
        std::map<std::pair<Kind, std::string>, std::size_t> counted, wanted;
        const auto result = reader.search(request);
        for (std::size_t kind = 0; kind < 3; ++kind)
            for (const auto& bucket : result.facets[kind].buckets)
                counted[{Kind(kind), text::name_key(bucket.value)}] = bucket.count;
        for (const auto& [name, guids] : expected) wanted[name] = guids.size();
        CHECK(counted == wanted);
        for (const auto& [name, guids] : expected) {
            const auto hits = reader.search(
                {.query = std::string(kind_name(name.first)) + ":\"" + name.second + '"',
                 .count = 100});
            std::set<std::string> found;
            for (const auto& hit : hits.hits) found.insert(hit.guid);
            CAPTURE(kind_name(name.first), name.second);
            if (name.first != Kind::person)
                CHECK(found == guids);
            else  // further persons may be called so in part
                CHECK(std::includes(found.begin(), found.end(), guids.begin(), guids.end()));
        }
    }
}

TEST_CASE("changes of entities.toml are made, told and taken back one by one", "[corrections]") {
    TempArchive archive;
    archive.take("a.jsonl", maduro_articles);
    const std::string mine =
        "# mine\n[merge.person]\n\"El Presidente\" = \"Nicolás Maduro\"  # so\n";
    write(archive, mine);
    CorrectionsFile file(archive.archive());
    const auto text = [&] {
        std::ifstream in(archive.archive() / "entities.toml");
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    const Correction kill{Action::kill, Kind::person, "Read More", "", 0};
    const Correction merge{Action::merge, Kind::person, "El Presidente", "Ann More", 0};
    CHECK(file.change({.removed = {}, .added = {kill}}).added == std::vector{kill});
    CHECK(file.change({.removed = {}, .added = {kill}}).empty());
    const auto changed = file.change({.removed = {}, .added = {merge}});
    CHECK(changed.added == std::vector{merge});
    REQUIRE(changed.removed.size() == 1);
    CHECK(changed.removed[0].value == "Nicolás Maduro");
    CHECK(text() ==
          "# mine\n[merge.person]\n\"El Presidente\" = \"Ann More\"  # so\n\n[kill.person]\n\"Read "
          "More\" = true\n");

    const auto back = file.undo();
    REQUIRE(back);
    CHECK(back->removed == std::vector{merge});
    CHECK(back->added == changed.removed);
    REQUIRE(file.undo());
    CHECK(text() == mine);
    CHECK_FALSE(file.undo());

    const Correction circle{Action::merge, Kind::person, "Nicolás Maduro", "El Presidente", 0};
    CHECK_THROWS_AS(file.change({.removed = {}, .added = {circle}}), Error);
    CHECK(text() == mine);
}
