#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "store/database.hpp"
#include "support/temp_archive.hpp"
#include "support/texts.hpp"

using namespace morgue;

namespace {

std::string record(const std::string& guid, const std::string& body, const std::string& more = "") {
    return "{\"guid\":\"" + guid + "\",\"headline\":\"About " + guid + "\",\"body\":\"" + body +
           "\"" + more + "}\n";
}

// "a b; c d": the guids of each story, who published first at its head.
std::string stories(const TempArchive& temp, const std::string& query = "") {
    std::vector<std::string> all;
    ArchiveReader(temp.archive()).each_story({.query = query}, [&](const Story& story) {
        std::string guids;
        for (const StoryCopy& copy : story.copies)
            guids += (guids.empty() ? "" : " ") + copy.guid + (copy.exact ? "" : "*");
        all.push_back(guids);
        return true;
    });
    std::sort(all.begin(), all.end());
    std::string out;
    for (const std::string& each : all) out += (out.empty() ? "" : "; ") + each;
    return out;
}

using Pairs = std::set<std::pair<std::string, std::string>>;

Pairs together(const TempArchive& temp) {
    Pairs out;
    ArchiveReader(temp.archive()).each_story({}, [&](const Story& story) {
        for (const StoryCopy& a : story.copies)
            for (const StoryCopy& b : story.copies)
                if (a.guid < b.guid) out.emplace(a.guid, b.guid);
        return true;
    });
    return out;
}

// Slow and obvious: what two lists of words have in common.
double containment(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto windows = [](const std::vector<std::string>& words) {
        std::set<std::vector<std::string>> out;
        for (std::size_t i = 0; i + 5 <= words.size(); ++i)
            out.emplace(words.begin() + std::ptrdiff_t(i), words.begin() + std::ptrdiff_t(i) + 5);
        return out;
    };
    const auto x = windows(a), y = windows(b);
    std::size_t common = 0;
    for (const auto& window : x) common += y.contains(window);
    return double(common) / double(std::min(x.size(), y.size()));
}

}  // namespace

TEST_CASE("edits of one text stand in one story, unrelated texts in none", "[stories]") {
    TempArchive temp;
    Texts texts(1);
    std::string lines;
    std::map<std::string, std::vector<std::string>> bodies;
    std::map<std::string, std::string> family;
    const auto put = [&](const std::string& of, const std::string& guid, Words words) {
        bodies[guid] = words;
        family[guid] = of;
        lines += record(guid, text(words));
    };
    for (int seed = 0; seed < 60; ++seed) {
        const std::string of = "s" + std::to_string(seed);
        const Words wire = texts.words(150 + 20 * std::size_t(seed % 20));
        put(of, of, wire);
        put(of, of + "-cut", Words(wire.begin(), wire.begin() + std::ptrdiff_t(wire.size() / 2)));
        put(of, of + "-lead", texts.words(40) + wire);
        put(of, of + "-words", texts.reworded(wire, 0.05));
        put(of, of + "-end", wire + texts.words(30));
        put(of + "q", of + "-quote",
            texts.words(200) + Words(wire.begin(), wire.begin() + 30) + texts.words(50));
    }
    temp.take("a.jsonl", lines);
    const Pairs found = together(temp);
    std::size_t missed = 0;
    for (const auto& [a, words] : bodies)
        for (const auto& [b, others] : bodies) {
            if (a >= b) continue;
            const bool grouped = found.contains({a, b});
            if (family[a] != family[b] && grouped) FAIL(a << " stands with " << b);
            if (family[a] == family[b] && !grouped) {
                ++missed;
                INFO(a << " and " << b);
                CHECK(containment(words, others) < 0.65);
            }
        }
    CHECK(found.size() > 580);  // of 600
    CHECK(missed < 10);
}

TEST_CASE("a story does not depend on the order in which its copies come", "[stories]") {
    Texts texts(2);
    const Words wire = texts.words(300), other = texts.words(300);
    std::vector<std::string> copies{
        record("a", text(wire)), record("b", text(texts.reworded(wire, 0.06))),
        record("c", text(texts.reworded(wire, 0.06))),
        record("d", text(Words(wire.begin(), wire.begin() + 150))), record("x", text(other))};
    std::mt19937 dice(3);
    for (int round = 0; round < 8; ++round) {
        std::shuffle(copies.begin(), copies.end(), dice);
        TempArchive temp;
        const bool apart = round % 2;
        std::string all;
        for (std::size_t i = 0; i < copies.size(); ++i) {
            all += copies[i];
            if (apart) temp.take(std::to_string(i) + ".jsonl", copies[i]);
        }
        if (!apart) temp.take("all.jsonl", all);
        CHECK(together(temp) ==
              Pairs{{"a", "b"}, {"a", "c"}, {"a", "d"}, {"b", "c"}, {"b", "d"}, {"c", "d"}});
    }
}

TEST_CASE("a chain of likenesses is no story", "[stories]") {
    // Each is half of the one before and half new: neighbours are alike, the ends have nothing in
    // common.
    Texts texts(4);
    const Words all = texts.words(2000);
    std::string lines;
    for (std::size_t i = 0; i < 8; ++i)
        lines += record("c" + std::to_string(i),
                        text(Words(all.begin() + std::ptrdiff_t(i * 100),
                                   all.begin() + std::ptrdiff_t(i * 100 + 300))));
    TempArchive temp;
    temp.take("a.jsonl", lines);
    for (const auto& [a, b] : together(temp)) {
        INFO(a << " and " << b);
        CHECK(std::abs(a[1] - b[1]) <= 3);
    }
}

TEST_CASE("a digest that contains two stories does not make them one", "[stories]") {
    Texts texts(5);
    const Words one = texts.words(200), two = texts.words(200);
    TempArchive temp;
    temp.take("a.jsonl", record("one", text(one)) + record("two", text(two)) +
                             record("one-b", text(one)) + record("two-b", text(two)) +
                             record("digest", text(one + two)));
    const Pairs found = together(temp);
    CHECK(found.contains({"one", "one-b"}));
    CHECK(found.contains({"two", "two-b"}));
    CHECK_FALSE(found.contains({"one", "two"}));
}

TEST_CASE("punctuation, quotation marks and case change nothing; short texts need their headline",
          "[stories]") {
    TempArchive temp;
    const auto brief = [](const char* guid, const char* headline) {
        return std::string("{\"guid\":\"") + guid + "\",\"headline\":\"" + headline +
               "\",\"body\":\"More soon.\"}\n";
    };
    temp.take("a.jsonl",
              record("a",
                     "The mayor said \\\"no\\\" to the council's plan, and that was that for "
                     "the year; nobody in the whole town had thought it could end so.") +
                  record("b",
                         "the mayor said “no” to the council’s plan and that was that — for "
                         "the year. Nobody in the whole town had thought it could end so") +
                  brief("c", "Flood in Elmo") + brief("d", "Fire in Tesk") +
                  brief("e", "Flood in Elmo") + record("f", "") + record("g", ""));
    CHECK(stories(temp) == "a b; c e");
    CHECK(stories(temp, "guid:d OR guid:e") == "c e");
    CHECK(stories(temp, "nothing") == "");
}

TEST_CASE("who published first stands first", "[stories]") {
    TempArchive temp;
    Texts texts(6);
    const std::string wire = text(texts.words(100));
    temp.take("a.jsonl",
              record("undated", wire) + record("day", wire, ",\"published\":\"2025-03-04\"") +
                  record("noon", wire, ",\"published\":\"2025-03-04T12:00:00Z\"") +
                  record("morning", wire, ",\"published\":\"2025-03-04T09:00:00+02:00\""));
    CHECK(stories(temp) == "morning noon day undated");
    const ArchiveReader reader(temp.archive());
    const auto story = reader.story_of(1);
    REQUIRE(story);
    CHECK_FALSE(story->first_is_certain());
    CHECK_FALSE(reader.story_of(99));
}

TEST_CASE("an article that changes or goes leaves its story", "[stories]") {
    TempArchive temp;
    Texts texts(7);
    const Words wire = texts.words(200);
    const std::string a = record("a", text(wire)),
                      b = record("b", text(texts.reworded(wire, 0.03))),
                      c = record("c", text(texts.reworded(wire, 0.03)));
    temp.take("a.jsonl", a);
    temp.take("b.jsonl", b);
    temp.take("c.jsonl", c);
    CHECK(together(temp).size() == 3);
    SECTION("the leader becomes another text") {
        temp.take("a.jsonl", record("a", text(texts.words(200))));
        CHECK(together(temp) == Pairs{{"b", "c"}});
        temp.take("a.jsonl", a);
        CHECK(together(temp).size() == 3);
    }
    SECTION("the leader changes a little") {
        temp.take("a.jsonl", record("a", text(texts.reworded(wire, 0.02))));
        CHECK(together(temp).size() == 3);
    }
    SECTION("one goes, then another") {
        std::filesystem::remove(temp.file("b.jsonl"));
        temp.index({temp.file("a.jsonl").string()}, true);
        CHECK(together(temp) == Pairs{{"a", "c"}});
        std::filesystem::remove(temp.file("a.jsonl"));
        temp.index({temp.file("c.jsonl").string()}, true);
        CHECK(together(temp).empty());
    }
    CHECK(check_archive(temp.archive(), true).empty());
    const Pairs before = together(temp);
    ArchiveWriter(temp.archive()).rebuild({});
    CHECK(together(temp) == before);
    ArchiveWriter(temp.archive()).compact({});
    temp.take("d.jsonl", record("d", text(wire)));
    CHECK(check_archive(temp.archive(), true).empty());
}

TEST_CASE("who is like the old leader only finds a story anew when the leader goes", "[stories]") {
    TempArchive temp;
    Texts texts(8);
    const Words wire = texts.words(600);
    const auto part = [&](std::size_t from, std::size_t to) {
        return text(Words(wire.begin() + std::ptrdiff_t(from), wire.begin() + std::ptrdiff_t(to)));
    };
    temp.take("a.jsonl", record("whole", text(wire)));
    temp.take("b.jsonl", record("front", part(0, 300)) + record("front2", part(0, 280)) +
                             record("back", part(320, 600)) + record("back2", part(340, 600)));
    CHECK(together(temp).size() == 10);
    temp.take("a.jsonl", record("whole", text(texts.words(300))));
    CHECK(together(temp) == Pairs{{"front", "front2"}, {"back", "back2"}});
    CHECK(check_archive(temp.archive(), true).empty());
}

TEST_CASE("stories do not depend on the number of threads", "[stories]") {
    Texts texts(9);
    std::string lines;
    Words wire = texts.words(120);
    for (int i = 0; i < 400; ++i) {
        if (i % 7 == 0) wire = texts.words(120);
        lines += record("g" + std::to_string(i), text(texts.reworded(wire, 0.04)));
    }
    const auto digest = [&](unsigned jobs) {
        TempArchive temp;
        std::ofstream(temp.file("a.jsonl")) << lines;
        temp.index({temp.file("a.jsonl").string()}, false, jobs);
        return stories(temp);
    };
    const std::string one = digest(1);
    CHECK(one.size() > 1000);
    CHECK(digest(8) == one);
}

// Pairs of them would take hours.
TEST_CASE("many equal and many nearly equal articles are joined in linear time", "[stories]") {
    constexpr int count = 20'000;
    Texts texts(10);
    const Words wire = texts.words(60);
    for (const double changed : {0.0, 0.02}) {
        std::string lines;
        for (int i = 0; i < count; ++i)
            lines += record("g" + std::to_string(i), text(texts.reworded(wire, changed)));
        TempArchive temp;
        temp.take("a.jsonl", lines);
        CHECK(ArchiveReader(temp.archive()).story_of(1)->copies.size() > count * 9 / 10);
    }
}

TEST_CASE("hits of one story collapse to the best, and the total is that of stories", "[stories]") {
    TempArchive temp;
    Texts texts(11);
    std::mt19937 dice(12);
    std::string lines;
    std::map<std::string, std::string> group_of;  // guid -> story
    Words wire;
    for (int i = 0; i < 300; ++i) {
        if (i == 0 || dice() % 3 == 0) wire = texts.words(60);
        const std::string guid = "g" + std::to_string(i);
        lines +=
            record(guid, text(texts.reworded(wire, 0.02)) + (dice() % 2 ? " oil" : " gas oil"),
                   ",\"source\":\"S" + std::to_string(dice() % 5) + "\",\"published\":\"2025-01-" +
                       std::to_string(10 + dice() % 20) + "\"");
    }
    temp.take("a.jsonl", lines);
    const ArchiveReader reader(temp.archive());
    reader.each_story({}, [&](const Story& story) {
        for (const StoryCopy& copy : story.copies)
            group_of[copy.guid] = "story " + std::to_string(story.number);
        return true;
    });
    const auto group = [&](const std::string& guid) {
        return group_of.contains(guid) ? group_of[guid] : guid;
    };
    using Sort = SearchRequest::Sort;
    for (const char* query : {"oil", "gas oil", "*", "gas NOT source:S1"})
        for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
            INFO(query << " sorted " << int(sort));
            SearchRequest request{.query = query, .sort = sort, .count = 1000};
            std::vector<std::string> expected;
            std::set<std::string> seen;
            for (const Hit& hit : reader.search(request).hits)
                if (seen.insert(group(hit.guid)).second) expected.push_back(hit.guid);
            request.collapse = SearchRequest::Collapse::story;
            for (const std::size_t page : {3u, 1000u}) {
                std::vector<std::string> got;
                for (request.first = 0, request.count = page; true; request.first += page) {
                    const SearchResult result = reader.search(request);
                    CHECK(result.total == expected.size());
                    CHECK(result.total_is_exact);
                    for (const Hit& hit : result.hits) got.push_back(hit.guid);
                    if (result.hits.size() < page) break;
                }
                CHECK(got == expected);
            }
        }
    // Facets in stories: each value once for a story.
    std::map<std::string, std::set<std::string>> by_source;
    for (const Hit& hit : reader.search({.query = "gas", .count = 1000}).hits)
        by_source[hit.source].insert(group(hit.guid));
    const SearchResult counted = reader.search(
        {.query = "gas", .facets = {Field::Id::source}, .unit = SearchRequest::Count::stories});
    CHECK(counted.facets[0].buckets.size() == by_source.size());
    for (const auto& [value, count] : counted.facets[0].buckets)
        CHECK(count == by_source[value].size());
}

TEST_CASE("copies can be asked for, and facets count words", "[stories]") {
    TempArchive temp;
    Texts texts(13);
    const std::string wire = text(texts.words(50));
    temp.take("a.jsonl", record("a", wire, ",\"source\":\"X\"") +
                             record("b", wire, ",\"source\":\"Y\"") + record("c", wire) +
                             record("d", text(texts.words(40)), ",\"source\":\"X\""));
    CHECK(temp.found("copies:>1") == "3: a b c");
    CHECK(temp.found("copies:2") == "3: a b c");
    CHECK(temp.found("copies:>2") == "0:");
    CHECK(temp.found("copies:0") == "1: d");
    CHECK(temp.found("copies:..1") == "1: d");
    CHECK(temp.found("copies:..2") == "4: a b c d");
    const ArchiveReader reader(temp.archive());
    CHECK(reader.search({.query = "guid:a"}).hits.at(0).copies == 2);
    CHECK(reader.search({.query = "guid:d"}).hits.at(0).copies == 0);
    const auto exact = reader.search({.collapse = SearchRequest::Collapse::exact});
    CHECK(exact.total == 2);
    const auto words =
        reader.search({.facets = {Field::Id::source}, .unit = SearchRequest::Count::words});
    CHECK(words.facets[0].buckets == std::vector<Facet::Bucket>{{"X", 90}, {"Y", 50}});
}

TEST_CASE("stories that contradict the articles are found by check and mended by rebuild",
          "[stories]") {
    TempArchive temp;
    Texts texts(14);
    const std::string wire = text(texts.words(60));
    temp.take("a.jsonl",
              record("a", wire) + record("b", wire) + record("c", text(texts.words(60))));
    const char* damage[] = {"UPDATE story SET articles = 3", "UPDATE story SET leader = 3",
                            "DELETE FROM story", "UPDATE story_member SET seq = 99 WHERE seq = 2"};
    for (const char* sql : damage) {
        INFO(sql);
        CHECK(check_archive(temp.archive(), true).empty());
        store::Database(temp.archive() / "articles.db", store::Database::Mode::write).run(sql);
        CHECK_FALSE(check_archive(temp.archive(), false).empty());
        ArchiveWriter(temp.archive()).rebuild({});
        CHECK(stories(temp) == "a b");
    }
    store::Database(temp.archive() / "articles.db", store::Database::Mode::write)
        .run(
            "INSERT INTO story_member SELECT 3 + min(seq) - min(seq), story, exact FROM "
            "story_member;"
            "UPDATE story SET articles = 3");
    CHECK_FALSE(check_archive(temp.archive(), true).empty());
}
