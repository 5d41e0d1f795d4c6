#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "explore/measures.hpp"
#include "explore/surroundings.hpp"
#include "index/stop_words.hpp"
#include "query/parse.hpp"
#include "search/highlight.hpp"
#include "support/explore_archive.hpp"
#include "text/words.hpp"

using namespace morgue;

namespace {

constexpr std::size_t all = 1'000'000;

struct Slow {
    std::map<std::string, std::uint64_t> near, left, articles;
    std::uint64_t matches = 0, places = 0, with_match = 0;
};

const std::string& running(const Article& article) {
    return article.body.empty() ? article.summary : article.body;
}

// Every word of a text, whether it is in a match, and how far the nearest match on either side is.
Slow count_near(const std::vector<Article>& articles, const std::string& query, std::size_t left,
                std::size_t right) {
    search::Highlighter highlighter(query::parse(query).expr, {"en", "de"});
    Slow out;
    for (const Article& article : articles) {
        struct Word {
            std::string folded;
            bool match;
        };
        std::vector<Word> words;
        const auto ranges = highlighter.ranges(running(article));
        text::Words reading(running(article));
        while (const text::Word* word = reading.next()) {
            bool match = false;
            for (const auto& [begin, end] : ranges) match |= begin < word->end && word->begin < end;
            words.push_back({std::string(word->folded), match});
        }
        out.matches += ranges.size();
        out.with_match += !ranges.empty();
        std::set<std::string> seen;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].match) continue;
            std::size_t before = all, after = all;
            for (std::size_t k = 0; k < words.size(); ++k) {
                if (words[k].match && k < i) before = i - k;
                if (words[k].match && k > i && after == all) after = k - i;
            }
            if (before > right && after > left) continue;
            ++out.places;
            ++out.near[words[i].folded];
            out.left[words[i].folded] += after <= left && (before > right || after <= before);
            seen.insert(words[i].folded);
        }
        for (const std::string& word : seen) ++out.articles[word];
    }
    return out;
}

void check_against_slow(const ArchiveReader& reader, const std::string& query,
                        CollocatesRequest request) {
    std::vector<Article> everything, found;
    const auto into = [&](std::vector<Article>& list, const std::string& what) {
        reader.each_hit({.query = what}, [&](const Article& article) {
            list.push_back(article);
            return true;
        });
    };
    into(everything, "");
    into(found, query);
    request.search.query = query;
    const Slow slow = count_near(found, query, request.left, request.right);
    std::map<std::string, std::uint64_t> total;
    std::uint64_t words = 0;
    for (const Article& article : everything) {
        for (const std::string& word : text::words(running(article))) {
            ++total[word];
            ++words;
        }
    }
    const Collocates fast = collocates(reader, request);
    INFO(query);
    CHECK(fast.matches == slow.matches);
    CHECK(fast.articles == slow.with_match);
    CHECK(fast.near == slow.places);
    CHECK(fast.all == words);
    std::size_t expected = 0;
    for (const auto& [word, near] : slow.near) {
        expected += near >= request.min && (request.stop_words || !index::is_stop_word(word));
    }
    CHECK(fast.distinct == expected);
    CHECK_FALSE(fast.words.empty());
    for (const auto& word : fast.words) {
        INFO(word.word);
        CHECK(word.count == slow.near.at(word.word));
        CHECK(word.left == slow.left.at(word.word));
        CHECK(word.left + word.right == slow.near.at(word.word));
        CHECK(word.articles == slow.articles.at(word.word));
        CHECK(word.total == total.at(word.word));
        CHECK(word.mutual_information ==
              Approx(std::log2(double(word.count) * double(fast.all) /
                               (double(fast.near) * double(word.total)))));
    }
}

}  // namespace

TEST_CASE("collocates are counted as reading every word counts them", "[explore][collocates]") {
    for (const std::string query : {"oil", "\"the price\"", "ferr* OR O'Brien", "strike again"})
        for (const std::size_t window : {1, 4})
            check_against_slow(explore_archive().reader(), query,
                               {.left = window,
                                .right = window + 1,
                                .min = 2,
                                .limit = all,

                                .stop_words = window == 1});
}

TEST_CASE("words of headlines, bylines and summaries are not those of the running text",
          "[explore][collocates]") {
    // Every word stands in every field, in articles with and without a body, some of them replaced.
    TempArchive temp;
    const auto record = [](int n, bool body, const std::string& more) {
        const std::string text = "oil pump oil price well pump " + more;
        return "{\"guid\":\"urn:" + std::to_string(n) + "\",\"headline\":\"oil pump pump\"," +
               "\"subheadline\":\"pump price\",\"byline\":\"By Oil Pump\",\"summary\":\"" + text +
               text + "\"" + (body ? ",\"body\":\"" + text + "\\n\\nwell well\"" : "") + "}\n";
    };
    std::string first, second;
    for (int n = 0; n < 30; ++n) first += record(n, n % 3 != 0, n % 2 ? "pump" : "valve rig");
    for (int n = 0; n < 6; ++n) second += record(n, n % 2 == 0, "rig pump");
    temp.take("a.jsonl", first);
    temp.take("b.jsonl", second);
    temp.take("c.jsonl", record(50, false, "rig"));
    const ArchiveReader reader(temp.archive());
    check_against_slow(reader, "oil", {.min = 1, .limit = all, .stop_words = true});
}

TEST_CASE("only what is around a match is cut into words, with the same result",
          "[explore][collocates]") {
    std::mt19937 dice(3);
    const std::vector<std::string> pieces{"oil",      "a",     "--",      "l'eau",    "U.S.",
                                          "漢字かな", "1,000", "—",       "x-y",      ".",
                                          "\n\n",     "über",  "oil-rig", "O'Brien's"};
    search::Highlighter highlighter(query::parse("oil").expr, {"en"});
    for (int round = 0; round < 500; ++round) {
        Article article;
        for (std::size_t n = dice() % 60; n > 0; --n)
            article.body += pieces[dice() % pieces.size()] + (dice() % 8 ? " " : "");
        const std::size_t left = dice() % 5, right = dice() % 5;
        const Slow slow = count_near({article}, "oil", left, right);
        std::map<std::string, std::uint64_t> near, of_left;
        explore::WordNumbers numbers;
        explore::Surroundings(left, right)
            .each(article.body, highlighter.ranges(article.body), numbers,
                  [&](const explore::Near& each) {
                      ++near[std::string(numbers.word(each.word))];
                      of_left[std::string(numbers.word(each.word))] += each.left;
                  });
        INFO(article.body);
        CHECK(near == slow.near);
        CHECK(of_left == slow.left);
    }
}

TEST_CASE("too wide a window is refused", "[explore][collocates]") {
    CHECK_THROWS_AS(collocates(explore_archive().reader(),
                               {.search = {.query = "oil"}, .left = std::size_t(-1)}),
                    Error);
}

TEST_CASE("the measures are those of the literature", "[explore][collocates]") {
    using namespace explore;
    // Dunning 1993, table 1: "the swiss" in 31,777 pairs: 110 both, 2,442 and 111 elsewhere.
    CHECK(log_likelihood({110, 110 + 2442, 110 + 111, 31777}) == Approx(270.72).margin(0.01));
    const Contingency table{10, 100, 50, 10'000};
    CHECK(mutual_information(table) == Approx(std::log2(20.0)));
    CHECK(t_score(table) == Approx((10 - 0.5) / std::sqrt(10.0)));
    CHECK(log_likelihood({0, 100, 50, 10'000}) < 0);
    CHECK(chi_square({20, 50, 30, 100}) == Approx(100.0 * 500 * 500 / (50.0 * 30 * 50 * 70)));
    CHECK(p_value(3.8415) == Approx(0.05).epsilon(1e-4));
    CHECK(p_value(6.6349) == Approx(0.01).epsilon(1e-4));
    CHECK(cramers_v(25, 100) == Approx(0.5));
    CHECK(log_ratio(8, 1000, 2, 1000) == Approx(2));
    CHECK(log_ratio(8, 1000, 0, 1000) == Approx(4));
    CHECK(log_likelihood({0, 0, 0, 0}) == 0);
}
