#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "support/temp_archive.hpp"
#include "support/texts.hpp"

using namespace morgue;

namespace {

std::string record(const std::string& guid, const std::string& body, const std::string& more = "") {
    return "{\"guid\":\"" + guid + "\",\"headline\":\"About " + guid + "\",\"body\":\"" + body +
           "\"" + more + "}\n";
}

std::chrono::sys_seconds day(unsigned number) {
    return std::chrono::sys_days{std::chrono::year{2025} / 3 / 1} + std::chrono::days(number) +
           std::chrono::hours(12);
}

// "guid=body guid=body": what a query finds as of a day, by guid.
std::string found(const TempArchive& temp, const std::string& query,
                  std::optional<unsigned> as_of) {
    SearchRequest request{.query = query, .count = 1000};
    if (as_of) request.as_of = day(*as_of);
    const ArchiveReader reader(temp.archive());
    std::map<std::string, std::string> all;
    reader.each_hit(request, [&](const Article& article) {
        all.emplace(article.guid, article.body);
        return true;
    });
    CHECK(reader.search(request).total == all.size());
    std::string out;
    for (const auto& [guid, body] : all) out += (out.empty() ? "" : " ") + guid + "=" + body;
    return out;
}

std::string bodies(const std::vector<Revision>& versions) {
    std::string out;
    for (const Revision& version : versions)
        out += (out.empty() ? "" : " ") + version.article.body + (version.replaced ? "" : "!");
    return out;
}

ArticleId id_of(const TempArchive& temp, const std::string& guid) {
    return ArchiveReader(temp.archive()).search({.query = "guid:" + guid}).hits.at(0).id;
}

}  // namespace

TEST_CASE("an article that changes keeps its earlier texts, and searches see the last",
          "[revisions]") {
    TempArchive temp;
    temp.now = day(1);
    temp.take("a.jsonl", record("a", "one") + record("b", "other"));
    temp.now = day(3);
    CHECK(temp.take("a.jsonl", record("a", "two") + record("b", "other")).updated == 1);
    temp.now = day(5);
    temp.take("a.jsonl", record("a", "three") + record("b", "other"));
    const ArchiveReader reader(temp.archive());
    CHECK(bodies(reader.history(id_of(temp, "a"))) == "one two three!");
    CHECK(bodies(reader.history(id_of(temp, "b"))) == "other!");
    CHECK(reader.history(99).empty());
    CHECK(found(temp, "*", {}) == "a=three b=other");
    CHECK(found(temp, "one", {}) == "");
    CHECK(reader.stats().earlier_versions == 2);
    CHECK(reader.stats().articles == 2);
    CHECK(reader.stats().words == 2);
}

TEST_CASE("a search as of a day answers as the archive stood then", "[revisions]") {
    TempArchive temp;
    temp.now = day(1);
    temp.take("a.jsonl", record("a", "one"));
    temp.now = day(3);
    temp.take("a.jsonl", record("a", "two"));
    temp.take("b.jsonl", record("b", "two"));
    CHECK(found(temp, "*", 0) == "");
    CHECK(found(temp, "*", 1) == "a=one");
    CHECK(found(temp, "*", 2) == "a=one");
    CHECK(found(temp, "*", 3) == "a=two b=two");
    CHECK(found(temp, "one", 2) == "a=one");
    CHECK(found(temp, "one", 3) == "");
    CHECK(found(temp, "two", 2) == "");
    CHECK(found(temp, "two", 4) == "a=two b=two");
    CHECK(found(temp, "guid:a NOT two", 2) == "a=one");
    CHECK(found(temp, "id:1", 2) == "a=one");
    CHECK(found(temp, "path:a.jsonl", 2) == "a=one");
}

TEST_CASE("as of any day, after merges, compaction and a rebuild: as a list that was kept by hand",
          "[revisions]") {
    TempArchive temp;
    std::mt19937 dice(1);
    std::map<std::string, std::string> state;
    std::vector<std::map<std::string, std::string>> days;
    for (unsigned number = 0; number < 20; ++number) {
        temp.now = day(number);
        std::string lines;
        for (int i = 0; i < 5; ++i) {
            const std::string guid(1, char('a' + dice() % 12));
            if (lines.find("\"guid\":\"" + guid) != lines.npos) continue;
            state[guid] = std::string("w") + char('a' + dice() % 4);
            lines += record(guid, state[guid]);
        }
        temp.take("f" + std::to_string(number) + ".jsonl", lines);
        days.push_back(state);
    }
    const auto expected = [&](unsigned number, const std::string& body) {
        std::string out;
        for (const auto& [guid, text] : days[number])
            if (body == "*" || text == body) out += (out.empty() ? "" : " ") + guid + "=" + text;
        return out;
    };
    const auto check = [&] {
        for (unsigned number = 0; number < 20; ++number)
            for (const char* word : {"*", "wa", "wb"})
                CHECK(found(temp, word, number) == expected(number, word));
        CHECK(found(temp, "*", {}) == expected(19, "*"));
        CHECK(check_archive(temp.archive(), true).empty());
    };
    check();
    ArchiveWriter(temp.archive()).compact({});
    check();
    ArchiveWriter(temp.archive()).rebuild({});
    check();
}

TEST_CASE("an update forgets the earlier text, a skip keeps what is there", "[revisions]") {
    TempArchive temp;
    temp.take("a.jsonl", record("a", "one"));
    SECTION("update") {
        temp.on_change = OnChange::update;
        CHECK(temp.take("a.jsonl", record("a", "two")).updated == 1);
        CHECK(bodies(ArchiveReader(temp.archive()).history(1)) == "two!");
    }
    SECTION("skip") {
        temp.on_change = OnChange::skip;
        CHECK(temp.take("a.jsonl", record("a", "two")).skipped == 1);
        CHECK(bodies(ArchiveReader(temp.archive()).history(1)) == "one!");
        temp.on_change = OnChange::revision;  // the file holds more than was taken
        CHECK(temp.index({temp.file("a.jsonl").string()}).updated == 1);
        CHECK(bodies(ArchiveReader(temp.archive()).history(1)) == "one two!");
    }
    CHECK(check_archive(temp.archive(), true).empty());
}

TEST_CASE("what we find out about a text makes no version of it", "[revisions]") {
    TempArchive temp;
    temp.now = day(1);
    const std::string body = "The mayor of Elmo, Odo Finch, met the council.";
    temp.take("a.jsonl", record("a", body));
    temp.now = day(2);
    CHECK(temp.take("a.jsonl", record("a", body,
                                      ",\"entities\":[{\"type\":\"person\",\"name\":"
                                      "\"Odo Finch\",\"mentions\":[]}]"))
              .updated == 1);
    CHECK(ArchiveReader(temp.archive()).history(1).size() == 1);
    CHECK(found(temp, "person:\"odo finch\"", 1) == "a=" + body);
    temp.now = day(3);
    temp.take("a.jsonl", record("a", body, ",\"keywords\":[\"Elmo\"]"));
    CHECK(ArchiveReader(temp.archive()).history(1).size() == 2);
}

TEST_CASE("purging an article purges its earlier texts", "[revisions]") {
    TempArchive temp;
    temp.now = day(1);
    temp.take("a.jsonl", record("a", "one"));
    temp.take("b.jsonl", record("b", "other"));
    temp.now = day(2);
    temp.take("a.jsonl", record("a", "two"));
    std::filesystem::remove(temp.file("a.jsonl"));
    CHECK(temp.index({temp.file("b.jsonl").string()}, true).purged == 1);
    CHECK(found(temp, "*", 1) == "b=other");
    CHECK(ArchiveReader(temp.archive()).history(1).empty());
    CHECK(ArchiveReader(temp.archive()).stats().earlier_versions == 0);
    CHECK(check_archive(temp.archive(), true).empty());
    ArchiveWriter(temp.archive()).compact({});
    CHECK(check_archive(temp.archive(), true).empty());
}

TEST_CASE("changes are told from a moment on, within a query, the latest first", "[revisions]") {
    TempArchive temp;
    temp.now = day(1);
    temp.take("a.jsonl", record("a", "one") + record("b", "one") + record("c", "one"));
    temp.now = day(2);
    temp.take("a.jsonl", record("a", "two") + record("b", "one") + record("c", "one"));
    temp.now = day(4);
    temp.take("a.jsonl", record("a", "three") + record("b", "four") + record("c", "one"));
    const auto told = [&](unsigned since, const std::string& query = "") {
        std::string out;
        const std::size_t count =
            ArchiveReader(temp.archive())
                .each_change(day(since), {.query = query}, [&](const Change& c) {
                    out += c.after.guid + ":" + c.before.body + ">" + c.after.body + "/" +
                           std::to_string(c.changes) + " ";
                    return true;
                });
        return out + std::to_string(count);
    };
    CHECK(told(0) == "a:one>three/2 b:one>four/1 2");
    CHECK(told(2) == "a:one>three/2 b:one>four/1 2");
    CHECK(told(3) == "a:two>three/1 b:one>four/1 2");
    CHECK(told(5) == "0");
    CHECK(told(0, "four") == "b:one>four/1 1");
    CHECK(told(0, "one") == "0");
}

TEST_CASE("stories know only what articles say now, but the past collapses by them",
          "[revisions]") {
    TempArchive temp;
    Texts texts(1);
    const Words wire = texts.words(120);
    temp.now = day(1);
    temp.take("a.jsonl", record("a", text(wire)));
    temp.take("b.jsonl", record("b", text(wire)));
    for (unsigned n = 2; n < 22; ++n) {  // a report that is rewritten all day long
        temp.now = day(n);
        temp.take("a.jsonl", record("a", text(wire) + " " + std::to_string(n)));
    }
    temp.take("c.jsonl", record("c", text(wire)));
    const ArchiveReader reader(temp.archive());
    REQUIRE(reader.story_of(1));
    CHECK(reader.story_of(1)->copies.size() == 3);
    CHECK(reader.search({.collapse = SearchRequest::Collapse::story, .as_of = day(5)}).total == 1);
    CHECK(reader.search({.as_of = day(5)}).total == 2);
    CHECK(check_archive(temp.archive(), true).empty());
}
