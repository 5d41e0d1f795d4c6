#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "explore/coverage.hpp"
#include "explore/period.hpp"
#include "support/explore_archive.hpp"

using namespace morgue;
using Every = TimelineRequest::Every;

namespace {

std::string day_of(std::chrono::sys_seconds when) {
    return utc_date(when).iso().substr(0, 10);
}

std::string printed(const std::vector<Coverage::Silence>& silences) {
    std::string out;
    for (const auto& [after, until, days] : silences)
        out += (out.empty() ? "" : ", ") + after.iso() + ".." + (until ? until->iso() : "") + " " +
               std::to_string(days);
    return out;
}

// A source that published on these days of January and February 2025, and another one up to
// 31 December.
std::string silences_of(const std::vector<int>& days) {
    TempArchive temp;
    std::string records;
    for (const int day : days) {
        const std::string date = day > 31 ? "2025-02-" + std::to_string(day - 31 + 100).substr(1)
                                          : "2025-01-" + std::to_string(day + 100).substr(1);
        records += "{\"guid\":\"urn:" + std::to_string(day) +
                   "\",\"body\":\"x\",\"source\":\"A\",\"published\":\"" + date + "\"}\n";
    }
    records += R"({"guid":"urn:end","body":"x","source":"B","published":"2025-02-28"})";
    records +=
        "\n"
        R"({"guid":"urn:coarse","body":"x","source":"B","published":"2026"})"
        "\n";
    temp.take("a.jsonl", records);
    const Coverage found = coverage(ArchiveReader(temp.archive()), {});
    return printed(found.sources.at(0).silences);
}

}  // namespace

TEST_CASE("coverage counts what going through every hit counts", "[explore][coverage]") {
    for (const std::string query : {"", "oil", "ferry again"}) {
        const Coverage found = coverage(explore_archive().reader(),
                                        {.search = {.query = query}, .every = Every::month});
        std::map<std::string, std::vector<Article>> by_source;
        for (const Article& article : explore_archive().found(query))
            by_source[article.source].push_back(article);
        REQUIRE(found.sources.size() == by_source.size());
        std::uint64_t all = 0;
        for (const auto& source : found.sources) {
            INFO(query << " " << source.name);
            std::uint64_t bylines = 0, dates = 0, bodies = 0, coarse = 0;
            std::map<std::string, std::uint64_t> months, languages;
            std::set<std::string> days;
            for (const Article& article : by_source.at(source.name)) {
                bylines += !article.byline.empty();
                dates += article.published.has_value();
                bodies += !article.body.empty();
                ++languages[article.language];
                if (!article.published) continue;
                const auto first = day_of(article.published->first());
                const auto last = day_of(article.published->last());
                if (first == last) days.insert(first);
                if (first.substr(0, 7) == last.substr(0, 7))
                    ++months[first.substr(0, 7)];
                else
                    ++coarse;
            }
            CHECK(source.articles == by_source.at(source.name).size());
            CHECK(source.with_byline == bylines);
            CHECK(source.with_date == dates);
            CHECK(source.with_body == bodies);
            CHECK(source.coarse == coarse);
            std::map<std::string, std::uint64_t> fast_months, fast_languages;
            for (std::size_t i = 0; i < found.periods.size(); ++i)
                if (source.periods[i]) fast_months[found.periods[i].name] = source.periods[i];
            for (const auto& [value, count] : source.languages) fast_languages[value] = count;
            CHECK(fast_months == months);
            CHECK(fast_languages == languages);
            if (!days.empty()) {
                CHECK(source.first->iso() == *days.begin());
                CHECK(source.last->iso() == *days.rbegin());
            }
            if (source.name.find('"') == std::string::npos)
                CHECK(explore_archive().total(source.query) == source.articles);
            all += source.articles;
        }
        CHECK(found.all.articles == all);
        for (std::size_t i = 0; i < found.periods.size(); ++i)
            CHECK(found.all.periods[i] == found.periods[i].articles);
    }
}

TEST_CASE("a silence is a gap beyond three times the usual and a week", "[explore][coverage]") {
    CHECK(silences_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 59}) == "2025-01-10..2025-02-28 48");
    CHECK(silences_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}) == "2025-01-10.. 49");
    CHECK(silences_of({44, 45, 46, 47, 48, 49, 50, 51, 52}) == "");  // a week is no silence
    CHECK(silences_of({43, 44, 45, 46, 47, 48, 49, 50, 51}) == "2025-02-20.. 8");
    CHECK(silences_of({1, 11, 21, 31, 41}) == "");  // once in ten days
    CHECK(silences_of({1, 2, 3, 4}) == "");         // too few days to tell
    CHECK(silences_of({1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 25,
                       26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 56}) ==
          "2025-01-11..2025-01-25 13, 2025-02-05..2025-02-25 19");
}

TEST_CASE("the usual gap is one that nine in ten are not longer than", "[explore][coverage]") {
    std::vector<int> days{0};
    for (int i = 0; i < 9; ++i) days.push_back(days.back() + 2);
    days.push_back(days.back() + 5);
    CHECK(explore::rhythm(days, days.back()).usual_gap == 2);
    days.push_back(days.back() + 5);
    CHECK(explore::rhythm(days, days.back()).usual_gap == 5);
}

TEST_CASE("an archive without dates has no periods", "[explore][coverage]") {
    TempArchive temp;
    temp.take("a.jsonl", "{\"guid\":\"urn:1\",\"body\":\"x\"}\n");
    const Coverage found = coverage(ArchiveReader(temp.archive()), {});
    CHECK(found.periods.empty());
    CHECK(found.all.articles == 1);
    REQUIRE(found.sources.size() == 1);
    CHECK(found.sources[0].query == "NOT has:source");
}
