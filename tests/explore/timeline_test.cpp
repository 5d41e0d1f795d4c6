#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "explore/burst.hpp"
#include "explore/period.hpp"
#include "support/explore_archive.hpp"
#include "support/temp_archive.hpp"

using namespace morgue;
using Every = TimelineRequest::Every;
using Per = TimelineRequest::Per;

namespace {

std::string record(const std::string& guid, const std::string& more) {
    return "{\"guid\":\"urn:" + guid + "\",\"headline\":\"h\",\"body\":\"oil\"," + more + "}\n";
}

std::string day_of(std::chrono::sys_seconds when) {
    return utc_date(when).iso().substr(0, 10);
}

// A period's name, the slow way: by the text of the day, and for weeks by walking from Monday to
// Monday since one that is known.
std::string slow_name(Every every, const std::string& day) {
    if (every == Every::day) return day;
    if (every == Every::month) return day.substr(0, 7);
    if (every == Every::year) return day.substr(0, 4);
    using namespace std::chrono;
    int iso_year = 2022, week = 1;
    for (sys_days monday = 2022y / January / 3;; monday += days(7)) {  // 2022-W01
        const sys_days thursday = monday + days(3);
        if (const int y = int(year_month_day(thursday).year()); y != iso_year)
            iso_year = y, week = 1;
        const std::string first = day_of(monday), next = day_of(monday + days(7));
        if (first <= day && day < next)
            return std::to_string(iso_year) + (week < 10 ? "-W0" : "-W") + std::to_string(week);
        ++week;
    }
}

struct Slow {
    std::map<std::string, std::uint64_t> articles;
    std::uint64_t undated = 0, coarse = 0;
};

Slow count_slowly(Every every, const std::string& query) {
    Slow out;
    for (const Article& article : explore_archive().found(query)) {
        if (!article.published) {
            ++out.undated;
            continue;
        }
        const auto first = slow_name(every, day_of(article.published->first()));
        const auto last = slow_name(every, day_of(article.published->last()));
        if (first == last)
            ++out.articles[first];
        else
            ++out.coarse;
    }
    return out;
}

void check_counts(const Timeline& timeline, const Timeline::Series& series, Every every,
                  const std::string& query) {
    INFO(query);
    const Slow slow = count_slowly(every, query);
    std::map<std::string, std::uint64_t> fast;
    for (std::size_t i = 0; i < series.cells.size(); ++i)
        if (series.cells[i].count) fast[timeline.periods[i].name] = series.cells[i].count;
    CHECK(fast == slow.articles);
    CHECK(series.undated == slow.undated);
    CHECK(series.coarse == slow.coarse);
}

// "2025-01 2/4, 2025-02 -": counts and denominators, gaps as -.
std::string printed(const Timeline& timeline, std::size_t series = 0) {
    std::string out;
    for (std::size_t i = 0; i < timeline.periods.size(); ++i) {
        const auto& cell = timeline.series.at(series).cells[i];
        out += (i ? ", " : "") + timeline.periods[i].name + " " +
               (cell.rate ? std::to_string(cell.count) + "/" + std::to_string(cell.articles) : "-");
    }
    return out;
}

}  // namespace

TEST_CASE("a timeline counts what going through every hit counts", "[explore][timeline]") {
    for (const Every every : {Every::day, Every::week, Every::month, Every::year}) {
        const Timeline timeline =
            morgue::timeline(explore_archive().reader(),
                             {.queries = {"", "oil", "ferry OR again", "nothing"}, .every = every});
        REQUIRE(timeline.series.size() == 4);
        for (std::size_t i = 0; i < 4; ++i)
            check_counts(timeline, timeline.series[i], every, timeline.queries[i].text);
        for (std::size_t i = 0; i < timeline.periods.size(); ++i) {
            CHECK(timeline.series[0].cells[i].count == timeline.periods[i].articles);
            CHECK(timeline.series[1].cells[i].articles == timeline.periods[i].articles);
        }
    }
}

TEST_CASE("a timeline that is split counts each value", "[explore][timeline]") {
    for (const Field::Id field : {Field::Id::source, Field::Id::person, Field::Id::language}) {
        const Timeline timeline = morgue::timeline(
            explore_archive().reader(),
            {.queries = {"oil"}, .every = Every::month, .split = field, .values = 0});
        REQUIRE(timeline.series.size() >= 2);
        for (const auto& series : timeline.series) {
            if (series.value.find('"') != std::string::npos) continue;  // no query can say it
            const std::string value =
                std::string(morgue::field(field).name) + ":\"" + series.value + "\"";
            check_counts(timeline, series, Every::month, "oil " + value);
            const Slow all = count_slowly(Every::month, value);
            for (std::size_t i = 0; i < timeline.periods.size(); ++i) {
                const auto found = all.articles.find(timeline.periods[i].name);
                CHECK(series.cells[i].articles ==
                      (found == all.articles.end() ? 0 : found->second));
            }
        }
    }
}

TEST_CASE("a cell's query finds its articles, and those dated less exactly",
          "[explore][timeline]") {
    for (const Every every : {Every::week, Every::month}) {
        const Timeline timeline =
            morgue::timeline(explore_archive().reader(),
                             {.queries = {"oil", "gas OR \"the price\"", "*"}, .every = every});
        for (const auto& series : timeline.series)
            for (std::size_t i = 0; i < timeline.periods.size(); ++i) {
                std::size_t exact = 0;
                for (const Article& article : explore_archive().found(series.cells[i].query))
                    exact += slow_name(every, day_of(article.published->first())) ==
                             slow_name(every, day_of(article.published->last()));
                CHECK(exact == series.cells[i].count);
            }
    }
}

TEST_CASE("rates are shares, articles per million words, or means of sources",
          "[explore][timeline]") {
    TempArchive temp;
    std::string records;
    for (int i = 0; i < 8; ++i)
        records += "{\"guid\":\"urn:" + std::to_string(i) + "\",\"body\":\"" +
                   (i < 3 ? "oil and gas now" : "gas and coal now") + "\",\"source\":\"" +
                   (i < 2 ? "Small" : "Large") + "\",\"published\":\"2025-03-01\"}\n";
    temp.take("a.jsonl", records);
    const ArchiveReader reader(temp.archive());
    const auto rate = [&](Per per) {
        return timeline(reader, {.queries = {"oil"}, .every = Every::month, .per = per})
            .series.at(0)
            .cells.at(0)
            .rate.value();
    };
    CHECK(rate(Per::articles) == Approx(3.0 / 8));
    CHECK(rate(Per::words) == Approx(3e6 / 32));
    CHECK(rate(Per::source) == Approx((2.0 / 2 + 1.0 / 6) / 2));
}

TEST_CASE("a period in which nothing was published is a gap, one without hits is zero",
          "[explore][timeline]") {
    TempArchive temp;
    temp.take("a.jsonl", record("1", R"("published":"2025-01-31")") +
                             record("2", R"("published":"2025-03-01","keywords":["x"])") +
                             record("3", R"("published":"2025-04")") +
                             record("4", R"("published":"2025")") +
                             record("5", R"("section":"none")"));
    const ArchiveReader reader(temp.archive());
    const Timeline timeline =
        morgue::timeline(reader, {.queries = {"keyword:x"}, .every = Every::month});
    CHECK(printed(timeline) == "2025-01 0/1, 2025-02 -, 2025-03 1/1, 2025-04 0/1");
    CHECK(timeline.coarse == 1);
    CHECK(timeline.undated == 1);
    const Timeline part = morgue::timeline(
        reader, {.queries = {""},
                 .every = Every::week,
                 .range = {parse_iso_date("2025-02-28"), parse_iso_date("2025-03-03")}});
    CHECK(printed(part) == "2025-W09 1/1, 2025-W10 -");  // the week of the first day is whole
    CHECK(part.outside == 1);
    CHECK(part.series.at(0).outside == 1);
    CHECK(part.coarse == 2);
}

TEST_CASE("what is dated to its year alone stretches no shorter period", "[explore][timeline]") {
    TempArchive temp;
    std::string records =
        record("y", R"("published":"2024")") + record("z", R"("published":"2026")");
    for (int day = 10; day < 14; ++day)
        records +=
            record(std::to_string(day), "\"published\":\"2025-03-" + std::to_string(day) + "\"");
    temp.take("a.jsonl", records);
    const ArchiveReader reader(temp.archive());
    const Timeline days = morgue::timeline(reader, {.queries = {""}});
    CHECK(printed(days) == "2025-03-10 1/1, 2025-03-11 1/1, 2025-03-12 1/1, 2025-03-13 1/1");
    CHECK(days.series.at(0).coarse == 2);
    const Timeline years = morgue::timeline(reader, {.queries = {""}, .every = Every::year});
    CHECK(printed(years) == "2024 1/1, 2025 4/4, 2026 1/1");
    CHECK(years.series.at(0).coarse == 0);
    temp.take("b.jsonl", record("m", R"("published":"2025-03")") +
                             record("n", R"("published":"2025-05")") +
                             record("o", R"("published":"2025-04")") +
                             record("p", R"("published":"2025-04")"));
    // Most have no day: then it is by month.
    CHECK(printed(morgue::timeline(ArchiveReader(temp.archive()), {.queries = {""}})) ==
          "2025-03 5/5, 2025-04 2/2, 2025-05 1/1");
}

TEST_CASE("smoothing takes the mean of the known rates around a period", "[explore][timeline]") {
    TempArchive temp;
    temp.take("a.jsonl", record("1", R"("published":"2025-01-01","keywords":["x"])") +
                             record("2", R"("published":"2025-01-02")") +
                             record("3", R"("published":"2025-01-04","keywords":["x"])"));
    const Timeline timeline =
        morgue::timeline(ArchiveReader(temp.archive()),
                         {.queries = {"keyword:x"}, .every = Every::day, .smooth = 3});
    const auto& cells = timeline.series.at(0).cells;
    CHECK(cells.at(0).smoothed.value() == Approx(0.5));
    CHECK(cells.at(1).smoothed.value() == Approx(0.5));
    CHECK_FALSE(cells.at(2).smoothed);
    CHECK(cells.at(3).smoothed.value() == Approx(1));
}

TEST_CASE("the widest smoothing is the mean of all known rates", "[explore][timeline]") {
    const auto smoothed = [](std::size_t window) {
        return morgue::timeline(explore_archive().reader(),
                                {.queries = {"oil"}, .every = Every::week, .smooth = window})
            .series.at(0)
            .cells;
    };
    double sum = 0, known = 0;
    for (const auto& cell : smoothed(1)) {
        sum += cell.rate.value_or(0);
        known += cell.rate.has_value();
        CHECK(cell.smoothed == cell.rate);
    }
    for (const auto& cell : smoothed(std::size_t(-1)))
        if (cell.rate) CHECK(*cell.smoothed == Approx(sum / known));
}

TEST_CASE("an archive without dates, or without articles, has a timeline without periods",
          "[explore][timeline]") {
    TempArchive temp;
    temp.take("a.jsonl", record("1", R"("section":"x")"));
    const Timeline timeline = morgue::timeline(ArchiveReader(temp.archive()), {.queries = {"oil"}});
    CHECK(timeline.periods.empty());
    CHECK(timeline.series.at(0).undated == 1);
    TempArchive none;
    none.index({});
    CHECK(morgue::timeline(ArchiveReader(none.archive()), {.queries = {"oil"}}).periods.empty());
}

TEST_CASE("too long a timeline is refused", "[explore][timeline]") {
    TempArchive temp;
    temp.take("a.jsonl", record("1", R"("published":"0001-01-01")") +
                             record("2", R"("published":"9999-12-31")"));
    const ArchiveReader reader(temp.archive());
    CHECK_THROWS_AS(timeline(reader, {.queries = {""}, .every = Every::day}), Error);
    CHECK(timeline(reader, {.queries = {""}}).periods.size() == 9999);
}

TEST_CASE("weeks are those of ISO 8601", "[explore][timeline]") {
    using namespace std::chrono;
    const auto name = [](sys_days day) {
        return explore::name_of(Every::week, explore::period_of(Every::week, day));
    };
    CHECK(name(2025y / January / 1) == "2025-W01");
    CHECK(name(2024y / December / 30) == "2025-W01");
    CHECK(name(2024y / December / 29) == "2024-W52");
    CHECK(name(2021y / January / 3) == "2020-W53");
    CHECK(name(1969y / December / 28) == "1969-W52");
    for (sys_days day = 2022y / January / 3; day < sys_days(2026y / January / 1); day += days(1))
        REQUIRE(name(day) == slow_name(Every::week, day_of(day)));
    for (const Every every : {Every::day, Every::week, Every::month, Every::year})
        for (sys_days day = 1969y / January / 1; day < sys_days(1972y / January / 1);
             day += days(1)) {
            const int period = explore::period_of(every, day);
            REQUIRE(explore::first_day(every, period) <= day);
            REQUIRE(day < explore::first_day(every, period + 1));
        }
}

TEST_CASE("bursts are those of the cheapest way through the automaton", "[explore][timeline]") {
    // Against every one of the 2^n ways.
    std::mt19937 dice(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<explore::Batch> batches(1 + dice() % 9);
        explore::Batch sum;
        for (auto& batch : batches) {
            batch.all = dice() % 4 ? dice() % 40 : 0;
            batch.relevant = batch.all ? dice() % (batch.all + 1) / (1 + dice() % 9) : 0;
            sum.all += batch.all;
            sum.relevant += batch.relevant;
        }
        const double base = sum.all ? double(sum.relevant) / double(sum.all) : 0;
        const auto found = explore::bursts(batches);
        if (base == 0 || base >= 0.5) {
            CHECK(found.empty());
            continue;
        }
        const auto cost = [&](unsigned way) {
            double out = 0;
            bool before = false;
            for (std::size_t i = 0; i < batches.size(); ++i) {
                const bool burst = way >> i & 1;
                const double p = burst ? 2 * base : base;
                out += burst && !before ? std::log(double(batches.size())) : 0;
                out -= double(batches[i].relevant) * std::log(p) +
                       double(batches[i].all - batches[i].relevant) * std::log(1 - p);
                before = burst;
            }
            return out;
        };
        double best = cost(0);
        for (unsigned way = 1; way < 1u << batches.size(); ++way) best = std::min(best, cost(way));
        unsigned way = 0;
        for (const auto& burst : found)
            for (std::size_t i = burst.first; i <= burst.last; ++i) way |= 1u << i;
        CHECK(cost(way) == Approx(best));
    }
}

TEST_CASE("a month of many articles about something is a burst", "[explore][timeline]") {
    std::vector<explore::Batch> batches(24, {2, 100});
    batches[10] = {20, 100};
    batches[11] = {15, 100};
    const auto found = explore::bursts(batches);
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == 10);
    CHECK(found[0].last == 11);
    CHECK(found[0].weight > 10);
}

TEST_CASE("the period of a timeline fits the stretch that is asked for", "[explore][timeline]") {
    TempArchive temp;
    std::string records;
    for (const char* date : {"1995", "1995", "1995", "2025-01-05", "2025-01-07"})
        records += std::string(R"({"published":")") + date + R"(","body":"The tide fell."})" + "\n";
    temp.take("a.jsonl", records);
    const ArchiveReader reader(temp.archive());
    CHECK(morgue::timeline(reader, {.queries = {""}}).every == Every::year);
    CHECK(morgue::timeline(reader,
                           {.queries = {""},
                            .range = {parse_iso_date("2025-01-01"), parse_iso_date("2025-01-31")}})
              .every == Every::day);
}
