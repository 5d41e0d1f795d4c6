#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "index/stop_words.hpp"
#include "support/explore_archive.hpp"
#include "text/sentences.hpp"
#include "text/words.hpp"

using namespace morgue;
using Count = KeynessRequest::Count;

namespace {

constexpr std::size_t all = 1'000'000;

struct Slow {
    std::map<std::string, std::uint64_t> words, articles;
    std::uint64_t phrases = 0, texts = 0;
};

// Every phrase of `length` words within a sentence, by cutting the text into sentences first.
Slow count(const std::vector<Article>& articles, std::size_t length) {
    Slow out;
    for (const Article& article : articles) {
        const std::string& text = article.body.empty() ? article.summary : article.body;
        std::vector<std::vector<std::string>> sentences(1);
        std::size_t begin = 0, end = 0;
        text::Words reading(text);
        while (const text::Word* word = reading.next()) {
            if (length > 1 && end && word->begin > end + 1 &&
                text::break_between(text, begin, end, word->begin) != text::Break::none)
                sentences.emplace_back();
            begin = word->begin;
            end = word->end;
            sentences.back().emplace_back(word->folded);
        }
        std::set<std::string> seen;
        for (const auto& sentence : sentences)
            for (std::size_t i = 0; i + length <= sentence.size(); ++i) {
                std::string phrase = sentence[i];
                for (std::size_t k = 1; k < length; ++k) phrase += " " + sentence[i + k];
                ++out.words[phrase];
                ++out.phrases;
                seen.insert(phrase);
            }
        for (const std::string& phrase : seen) ++out.articles[phrase];
        out.texts += !text.empty();
    }
    return out;
}

std::vector<Article> list(const ArchiveReader& reader, const std::string& query) {
    std::vector<Article> out;
    reader.each_hit({.query = query}, [&](const Article& article) {
        out.push_back(article);
        return true;
    });
    return out;
}

void check_against_slow(const ArchiveReader& reader, KeynessRequest request) {
    const std::string query = request.search.query;
    const Slow here = count(list(reader, query), request.length);
    const Slow there =
        count(list(reader, request.against.value_or("NOT (" + query + ")")), request.length);
    const bool by_word = request.count == Count::words;
    const Keyness fast = keyness(reader, request);
    INFO(query << " " << request.length);
    CHECK(fast.articles == here.texts);
    CHECK(fast.other_articles == there.texts);
    CHECK(fast.all == (by_word ? here.phrases : here.texts));
    CHECK(fast.other_all == (by_word ? there.phrases : there.texts));
    const auto& counts = by_word ? here.words : here.articles;
    const auto& others = by_word ? there.words : there.articles;
    std::size_t frequent = 0, over = 0;
    for (const auto& [phrase, n] : counts) {
        const auto words = text::words(phrase);
        const bool shown = request.stop_words || (!index::is_stop_word(words.front()) &&
                                                  !index::is_stop_word(words.back()));
        if (n < request.min || !shown) continue;
        ++frequent;
        const auto other = others.find(phrase);
        const double there_share =
            (other == others.end() ? 0 : double(other->second)) / double(fast.other_all);
        over += double(n) / double(fast.all) > there_share;
    }
    CHECK(fast.distinct == frequent);
    CHECK(fast.keys.size() == over);
    for (const auto& key : fast.keys) {
        INFO(key.text);
        const auto other = others.find(key.text);
        CHECK(key.count == counts.at(key.text));
        CHECK(key.articles == here.articles.at(key.text));
        CHECK(key.other_count == (other == others.end() ? 0 : other->second));
    }
}

// However rare a word is, and in words as in articles.
void check_every_word(const ArchiveReader& reader, std::initializer_list<const char*> queries) {
    for (const Count count : {Count::words, Count::articles})
        for (const char* query : queries)
            check_against_slow(reader, {.search = {.query = query},
                                        .min = 1,
                                        .most_p = 1,
                                        .limit = all,
                                        .count = count,
                                        .stop_words = true});
}

}  // namespace

TEST_CASE("keywords are counted as reading every word counts them", "[explore][keyness]") {
    for (const Count count : {Count::words, Count::articles})
        for (const std::string query : {"oil strike", "source:gazette", "again OR lang:de"})
            for (const std::size_t length : {1, 2, 3})
                for (const bool rest : {true, false})
                    check_against_slow(
                        explore_archive().reader(),
                        {.search = {.query = query},
                         .against = rest ? std::nullopt : std::optional<std::string>("ferry"),
                         .length = length,
                         .min = 2,
                         .most_p = 1,
                         .limit = all,
                         .count = count,
                         .stop_words = length == 2});
}

TEST_CASE("keywords of articles without a body are those of their summary", "[explore][keyness]") {
    TempArchive temp;
    std::string records;
    for (int n = 0; n < 40; ++n)
        records +=
            "{\"guid\":\"urn:" + std::to_string(n) + "\",\"headline\":\"oil pump oil\"," +
            "\"byline\":\"oil\",\"summary\":\"oil well pump" + (n % 2 ? " rig" : "") + "\"" +
            (n % 3 ? ",\"body\":\"pump oil pump well" + std::string(n % 5 ? "" : " tank") + "\""
                   : std::string()) +
            ",\"keywords\":[\"" + (n % 4 ? "a" : "b") + "\"]}\n";
    temp.take("a.jsonl", records);
    check_every_word(ArchiveReader(temp.archive()), {"keyword:b", "has:body", "NOT has:body"});
}

TEST_CASE("earlier versions take no part, however many there are", "[explore][keyness]") {
    TempArchive temp;
    const auto records = [](int version) {
        std::string out;
        for (int n = 0; n < 40; ++n) {
            const std::string said = n % 3 ? "rig " + std::to_string(version * n % 7) : "well well";
            out += "{\"guid\":\"urn:" + std::to_string(n) + "\",\"headline\":\"" + said +
                   " oil\",\"summary\":\"pump " + said + "\"" +
                   ((n + version) % 4 ? ",\"body\":\"oil pump " + said + " gas\"" : "") + "}\n";
        }
        return out;
    };
    for (int version = 0; version < 6; ++version) temp.take("a.jsonl", records(version));
    for (const bool merged : {false, true}) {
        if (merged) ArchiveWriter(temp.archive()).compact({});
        check_every_word(ArchiveReader(temp.archive()), {"gas", "well", "has:body"});
    }
}

TEST_CASE("keys are those that chance makes unlikely, by falling measure", "[explore][keyness]") {
    const KeynessRequest request{
        .search = {.query = "again"}, .min = 1, .most_p = 0.05, .limit = all, .stop_words = true};
    const Keyness found = keyness(explore_archive().reader(), request);
    REQUIRE_FALSE(found.keys.empty());
    CHECK(found.keys.front().text == "again");
    for (std::size_t i = 0; i < found.keys.size(); ++i) {
        CHECK(found.keys[i].p <= 0.05);
        if (i > 0) CHECK(found.keys[i].log_likelihood <= found.keys[i - 1].log_likelihood);
    }
    KeynessRequest few = request;
    few.limit = 1;
    CHECK(keyness(explore_archive().reader(), few).keys == std::vector{found.keys.front()});
}

TEST_CASE("keyness of nothing, and against nothing, is nothing or all", "[explore][keyness]") {
    const auto& reader = explore_archive().reader();
    CHECK(keyness(reader, {.search = {.query = "absent"}}).keys.empty());
    const Keyness everything = keyness(reader, {.search = {.query = "*"}});
    CHECK(everything.other_all == 0);
    CHECK(everything.keys.empty());
    CHECK_THROWS_AS(keyness(reader, {.search = {.query = "oil"}, .length = 4}), Error);
}
