#include <atomic>
#include <catch2/catch.hpp>
#include <morgue/annotations.hpp>
#include <morgue/explore.hpp>
#include <sstream>
#include <thread>

#include "support/temp_archive.hpp"

using namespace morgue;

namespace {

std::string record(const std::string& guid, const std::string& body, const std::string& more = "") {
    return "{\"v\":1,\"guid\":\"" + guid + "\",\"headline\":\"About " + guid + "\",\"body\":\"" +
           body + "\"" + more + "}\n";
}

std::string buckets(const Facet& facet) {
    std::string out;
    for (const auto& [value, count] : facet.buckets)
        out += (out.empty() ? "" : ", ") + value + " " + std::to_string(count);
    return out;
}

}  // namespace

TEST_CASE("the same input twice writes nothing", "[archive]") {
    TempArchive temp;
    CHECK(temp.take("a.jsonl", record("urn:1", "oil") + record("urn:2", "gas")).stored == 2);
    const auto before = ArchiveReader(temp.archive()).stats();
    const auto again = temp.take("a.jsonl", record("urn:1", "oil") + record("urn:2", "gas"));
    CHECK(again.unchanged == 2);
    CHECK(again.stored + again.updated == 0);
    CHECK(ArchiveReader(temp.archive()).stats().revision == before.revision);
    CHECK(temp.found("*") == "2: urn:1 urn:2");
}

TEST_CASE("a changed article is replaced and keeps its id", "[archive]") {
    TempArchive temp;
    temp.take("a.jsonl", record("urn:1", "oil") + record("urn:2", "gas"));
    const ArticleId id = ArchiveReader(temp.archive()).search({.query = "oil"}).hits.at(0).id;
    CHECK(temp.take("a.jsonl", record("urn:1", "coal") + record("urn:2", "gas")).updated == 1);
    CHECK(temp.found("oil") == "0:");
    CHECK(temp.found("coal") == "1: urn:1");
    CHECK(temp.found("*") == "2: urn:2 urn:1");  // the undated stand in order of arrival
    const ArchiveReader reader(temp.archive());
    CHECK(reader.search({.query = "coal"}).hits.at(0).id == id);
    CHECK(reader.article(id)->body == "coal");
    CHECK(check_archive(temp.archive(), true).empty());
}

TEST_CASE("an older version does not replace a newer one", "[archive]") {
    TempArchive temp;
    temp.take("new.jsonl", record("urn:1", "second", ",\"updated\":\"2025-03-02T10:00:00Z\""));
    const auto report =
        temp.take("old.jsonl", record("urn:1", "first", ",\"updated\":\"2025-03-01T10:00:00Z\""));
    CHECK(report.skipped == 1);
    CHECK(temp.found("second") == "1: urn:1");
}

TEST_CASE("purging forgets an article when the last of its files is gone", "[archive]") {
    TempArchive temp;
    temp.take("a.jsonl", record("urn:1", "oil") + record("urn:2", "gas"));
    temp.take("b.jsonl", record("urn:2", "gas"));
    std::filesystem::remove(temp.file("a.jsonl"));
    CHECK(temp.index({temp.file("b.jsonl").string()}, true).purged == 1);
    CHECK(temp.found("*") == "1: urn:2");
    CHECK(temp.take("a.jsonl", record("urn:1", "oil")).stored == 1);
    CHECK(temp.found("*") == "2: urn:2 urn:1");
    CHECK(check_archive(temp.archive(), true).empty());
}

TEST_CASE("answers are the same over many segments, after a merge, and after a rebuild",
          "[archive]") {
    TempArchive temp;
    temp.on_change = OnChange::update;
    for (int run = 0; run < 12; ++run) {
        const std::string n = std::to_string(run);
        const std::string source = run % 3 ? "Ledger" : "Wire";
        temp.take("f" + n + ".jsonl",
                  record("urn:" + n + "a", "the price of oil rose",
                         ",\"source\":\"" + source + "\",\"keywords\":[\"k" + n + "\",\"all\"]") +
                      record("urn:" + n + "b", "nothing here", ",\"source\":\"Ledger\""));
    }
    temp.take("f3.jsonl", record("urn:3a", "replaced text"));  // a death in the merged segment
    const auto answer = [&] {
        const auto result = ArchiveReader(temp.archive())
                                .search({.query = "\"price of oil\"",
                                         .count = 100,
                                         .facets = {Field::Id::source, Field::Id::keyword},
                                         .buckets = 2});
        CHECK(result.total_is_exact);
        return std::to_string(result.total) + " | " + buckets(result.facets[0]) + " | " +
               buckets(result.facets[1]) + " of " + std::to_string(result.facets[1].distinct);
    };
    const std::string expected = "11 | Ledger 8, Wire 3 | all 11, k0 1 of 12";
    const auto stats = ArchiveReader(temp.archive()).stats();
    CHECK(stats.segments > 1);
    CHECK(stats.segments < 13);
    CHECK(stats.dead_versions == 1);
    CHECK(answer() == expected);
    ArchiveWriter(temp.archive()).rebuild({});
    CHECK(answer() == expected);
    CHECK(ArchiveReader(temp.archive()).stats().dead_versions == 0);
    temp.take("f4.jsonl", record("urn:4a", "the price of oil rose",
                                 ",\"source\":\"Wire\",\"keywords\":[\"k4\",\"all\"]"));
    ArchiveWriter(temp.archive()).compact({});
    CHECK(ArchiveReader(temp.archive()).stats().segments == 1);
    CHECK(answer() == "11 | Ledger 7, Wire 4 | all 11, k0 1 of 12");
    CHECK(check_archive(temp.archive(), true).empty());
}

TEST_CASE("a snapshot answers the same while the archive changes under it", "[archive]") {
    TempArchive temp;
    temp.take("a.jsonl", record("urn:1", "oil", ",\"source\":\"Wire\""));
    ArchiveReader reader(temp.archive());
    temp.take("a.jsonl", record("urn:1", "coal"));
    ArchiveWriter(temp.archive()).compact({});
    const auto old = reader.search({.query = "oil", .facets = {Field::Id::source}});
    CHECK(old.hits.at(0).guid == "urn:1");
    CHECK(buckets(old.facets.at(0)) == "Wire 1");
    reader.refresh();
    CHECK(reader.search({.query = "oil"}).total == 0);
    CHECK(reader.search({.query = "coal"}).total == 1);
}

TEST_CASE("a reader can be opened at any moment of a merge", "[archive]") {
    TempArchive temp;
    temp.take("a.jsonl", record("urn:1", "oil"));
    std::atomic<bool> done = false;
    std::string failure;
    std::size_t opened = 0;
    std::jthread reader([&] {
        while (!done && failure.empty()) {
            try {
                if (ArchiveReader(temp.archive()).search({}).total != 1)
                    failure = "not one article";
                ++opened;
            } catch (const Error& error) {
                failure = error.what();
            }
        }
    });
    for (int i = 0; i < 40; ++i) {
        temp.take("a.jsonl", record("urn:1", "oil " + std::to_string(i)));
        ArchiveWriter(temp.archive()).compact({});
    }
    done = true;
    reader.join();
    CHECK(failure == "");
    CHECK(opened > 0);
}

TEST_CASE("ids and answers do not depend on the number of threads", "[archive]") {
    const auto digest = [](unsigned jobs) {
        TempArchive temp;
        std::string text;
        for (int i = 0; i < 300; ++i)
            text += record("urn:" + std::to_string(i), "word" + std::to_string(i % 7));
        std::ofstream(temp.file("a.jsonl")) << text;
        temp.index({temp.file("a.jsonl").string()}, false, jobs);
        std::string out;
        for (const auto& hit :
             ArchiveReader(temp.archive()).search({.query = "word3", .count = 300}).hits)
            out += std::to_string(hit.id) + "=" + hit.guid + " ";
        return out;
    };
    CHECK(digest(1) == digest(8));
}

TEST_CASE("a second writer is told that the archive is busy", "[archive]") {
    TempArchive temp;
    temp.take("a.jsonl", record("urn:1", "oil"));
    const ArchiveWriter first(temp.archive());
    try {
        ArchiveWriter second(temp.archive());
        FAIL("two writers at once");
    } catch (const Error& error) {
        CHECK(error.kind() == Error::Kind::busy);
    }
}

TEST_CASE("damage to a segment is found by check and mended by rebuild", "[archive]") {
    TempArchive temp;
    temp.take("a.jsonl", record("urn:1", "oil", ",\"source\":\"Wire\""));
    const auto segment = std::filesystem::directory_iterator(temp.archive() / "segments")->path();
    SECTION("a table is cut short") {
        std::filesystem::resize_file(segment / "postlist.glass", 100);
    }
    SECTION("the facets are overwritten") {
        std::fstream file(segment / "facets.bin", std::ios::in | std::ios::out);
        file.seekp(40) << "XX";
    }
    SECTION("the folder is gone") {
        std::filesystem::remove_all(segment);
    }
    CHECK_FALSE(check_archive(temp.archive(), false).empty());
    ArchiveWriter(temp.archive()).rebuild({});
    CHECK(check_archive(temp.archive(), true).empty());
    CHECK(temp.found("source:wire oil") == "1: urn:1");
}

TEST_CASE("overwritten facets are refused, or counted within bounds", "[archive]") {
    TempArchive temp;
    temp.take("a.jsonl", record("urn:1", "oil", ",\"source\":\"Wire\",\"authors\":[\"Ada\"]") +
                             record("urn:2", "oil", ",\"source\":\"Post\""));
    const auto segment = std::filesystem::directory_iterator(temp.archive() / "segments")->path();
    const auto path = segment / "facets.bin";
    std::ostringstream whole;
    whole << std::ifstream(path, std::ios::binary).rdbuf();
    std::size_t refused = 0, counted = 0;
    for (std::size_t at = 0; at < whole.str().size(); ++at) {
        std::string bytes = whole.str();
        bytes[at] = char(bytes[at] ^ 0x55);
        std::ofstream(path, std::ios::binary) << bytes;
        try {
            const ArchiveReader reader(temp.archive());
            for (const Field::Id by : {Field::Id::source, Field::Id::author, Field::Id::year}) {
                reader.search({.query = "oil", .facets = {by}});
                timeline(reader, {.queries = {"oil"}, .split = by});
            }
            ++counted;
        } catch (const Error& error) {
            CHECK(error.kind() == Error::Kind::corrupt);
            ++refused;
        }
    }
    CHECK(refused > 100);
    CHECK(counted > 16);  // the fingerprint at its end is read by check alone
}

TEST_CASE("dates and values are found as the query language says", "[search]") {
    TempArchive temp;
    temp.take(
        "a.jsonl",
        record("day", "x",
               ",\"published\":\"2025-03-05\",\"source\":\"Le Monde\",\"language\":\"fr-CA\"") +
            record("month", "x", ",\"published\":\"2025-03\",\"section\":\"Économie\"") +
            record("clock", "x y z",
                   ",\"published\":\"2025-03-31T23:30:00-02:00\",\"authors\":[\"José Pérez\"]") +
            record("none", "x"));
    struct {
        const char *query, *expected;
    } cases[] = {
        {"date:2025-03", "2: month day"},
        {"date:2025-03-10", "1: month"},
        {"date:2025-04", "1: clock"},
        {"date:..2025-03-04", "1: month"},
        {"date:2025-03-06..", "2: month clock"},
        {"date:none", "1: none"},
        {"NOT has:date", "1: none"},
        {"year:2025", "3: month day clock"},
        {"month:2025-03", "3: month day clock"},
        {"source:\"le MONDE\"", "1: day"},
        {"section:economie", "1: month"},
        {"lang:fr", "1: day"},
        {"author:\"jose perez\"", "1: clock"},
        {"words:>2", "1: clock"},
        {"words:..1", "3: month day none"},
        {"guid:none", "1: none"},
        {"id:1", "1: day"},
        {"path:a.jsonl x", "4: month day clock none"},
        {"path:b.jsonl", "0:"},
    };
    for (const auto& [query, expected] : cases) {
        INFO(query);
        CHECK(temp.found(query) == expected);
    }
}

TEST_CASE("words are found by field, stem and neighbourhood", "[search]") {
    TempArchive temp;
    temp.take("a.jsonl",
              "{\"guid\":\"1\",\"headline\":\"Budget vote\",\"body\":\"Ministers voted on prices. "
              "The prime minister spoke.\"}\n"
              "{\"guid\":\"2\",\"headline\":\"Prime time\",\"body\":\"Minister of the budget: a "
              "price, a vote of votes.\"}\n"
              "{\"guid\":\"3\",\"headline\":\"Nicolás Maduro\",\"body\":\"Los precios suben en "
              "Caracas otra vez esta semana\",\"language\":\"es\"}\n");
    struct {
        const char *query, *expected;
    } cases[] = {
        {"price", "2: 1 2"},
        {"=price", "1: 2"},
        {"precio", "1: 3"},
        {"nicolas", "1: 3"},
        {"headline:budget", "1: 1"},
        {"body:budget", "1: 2"},
        {"headline:votes", "1: 1"},
        {"\"prime minister\"", "1: 1"},
        {"headline:\"prime minister\"", "0:"},
        {"body:\"prime minister\"", "1: 1"},
        {"\"time minister\"", "0:"},
        {"prime NEAR/3 spoke", "1: 1"},
        {"spoke NEAR/1 prime", "0:"},
        {"minister ADJ/4 vote", "1: 1"},
        {"headline:(vote NEAR/2 budget)", "1: 1"},
        {"headline:(budget NEAR/2 of)", "0:"},
        {"body:(minister NEAR/3 budget)", "1: 2"},
        {"pric*", "2: 1 2"},
        {"body:budg*", "1: 2"},
        {"headline:budg*", "1: 1"},
        {"price NOT prime", "0:"},
    };
    for (const auto& [query, expected] : cases) {
        INFO(query);
        CHECK(temp.found(query) == expected);
    }
}

TEST_CASE("an archive can be searched where nothing can be written") {
    TempArchive temp;
    temp.take("a.jsonl", R"({"guid":"a","headline":"Oil price falls","body":"Crude fell."})");
    const auto database = temp.archive() / "articles.db";
    REQUIRE_FALSE(std::filesystem::exists(database.string() + "-wal"));
    // A folder in the way of SQLite's -shm file has the effect of a read-only disk, for root too.
    std::filesystem::create_directory(database.string() + "-shm");
    CHECK(temp.found("oil") == "1: a");
}

TEST_CASE("what the store looks up is counted once over many segments", "[archive]") {
    TempArchive temp;
    std::vector<ArticleId> ids;
    for (int run = 0; run < 5; ++run) {
        const std::string n = std::to_string(run);
        temp.take("f" + n + ".jsonl",
                  record("urn:" + n + "a", "oil") + record("urn:" + n + "b", "gas"));
    }
    ArchiveReader(temp.archive()).each_id({.query = "oil"}, [&](ArticleId id) {
        ids.push_back(id);
        return true;
    });
    REQUIRE(ids.size() == 5);
    CHECK(Annotator(temp.archive()).tag(ids, {.add = {"lead"}}) == 5);
    CHECK(temp.found("label:lead") == "5: urn:0a urn:1a urn:2a urn:3a urn:4a");
    CHECK(temp.found("label:lead gas") == "0:");
    CHECK(temp.found("path:\"" + temp.file("f3.jsonl").string() + "\"") == "2: urn:3a urn:3b");
    CHECK(temp.found("-label:lead") == "5: urn:0b urn:1b urn:2b urn:3b urn:4b");
    temp.take("f2.jsonl", record("urn:2a", "coal") + record("urn:2b", "gas"));
    CHECK(temp.found("label:lead coal") == "1: urn:2a");
    CHECK(temp.found("label:lead") == "5: urn:0a urn:1a urn:3a urn:4a urn:2a");
}

TEST_CASE("a file that changes twice within a moment, its size the same, is read again",
          "[archive]") {
    TempArchive temp;
    for (const char* body : {"one", "two", "six", "ten"}) {
        temp.take("a.jsonl", record("urn:1", body));
        CHECK(temp.found(body) == "1: urn:1");
    }
}
