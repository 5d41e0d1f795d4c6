#include <catch2/catch.hpp>
#include <set>

#include "index/telling_terms.hpp"
#include "support/explore_archive.hpp"

using namespace morgue;

namespace {

class Library {
public:
    Library() {
        // Words that all share, so that none of them tells anything.
        const std::string filler = "people said city week plan report early river station market";
        const auto add = [&](const std::string& guid, const std::string& date,
                             const std::string& headline, const std::string& body) {
            records_ += "{\"guid\":\"" + guid + "\",\"headline\":\"" + headline + "\",\"body\":\"" +
                        body + " " + filler + "\"" +
                        (date.empty() ? "" : ",\"published\":\"" + date + "\"") + "}\n";
        };
        const std::string strike =
            "Dockers began a strike over driverless cranes; the union wants guarantees for pilots, "
            "lashers and checkers before the terminal opens its automated quay in spring.";
        add("strike", "2025-03-10T10:00:00Z", "Dockers strike", strike);
        add("copy", "2025-03-11", "Dockers on strike", strike + " Reporting by wire.");
        add("before", "2025-03-01", "Dockers vote",
            "The dockers union will vote on a strike over cranes.");
        add("same-day", "2025-03-10", "Dockers out",
            "A strike of dockers against cranes shut the terminal.");
        add("after", "2025-03-20", "Dockers return",
            "The dockers ended their strike; the union has a deal on cranes.");
        add("after-copy", "2025-03-21", "Dockers return",
            "The dockers ended their strike; the union has a deal on cranes.");
        add("undated", "", "Dockers, a history", "Dockers and their strike of old, before cranes.");
        for (int i = 0; i < 30; ++i)
            add("other" + std::to_string(i), "2025-02-01", "Weather",
                "Rain fell on hill number" + std::to_string(i % 7) + " and on valley" +
                    std::to_string(i));
        temp_.take("a.jsonl", records_);
        reader_.emplace(temp_.archive());
    }

    ArticleId id(const std::string& guid) const {
        return reader_->search({.query = "guid:" + guid}).hits.at(0).id;
    }
    std::string guids(const Similar& similar) const {
        std::string out;
        for (const Hit& hit : similar.found.hits) out += (out.empty() ? "" : " ") + hit.guid;
        return out;
    }
    std::set<std::string> found(SimilarRequest request) const {
        std::set<std::string> out;
        for (const Hit& hit : similar(*reader_, request).found.hits) out.insert(hit.guid);
        return out;
    }
    const ArchiveReader& reader() const { return *reader_; }

private:
    TempArchive temp_;
    std::string records_;
    std::optional<ArchiveReader> reader_;
};

const Library& library() {
    static const Library made;
    return made;
}

using Set = std::set<std::string>;

}  // namespace

TEST_CASE("similar finds articles about the same, and no copies", "[explore][similar]") {
    const Similar like = similar(library().reader(), {.id = library().id("strike"), .count = 4});
    CHECK(like.copies == 2);
    Set found;
    for (const Hit& hit : like.found.hits) found.insert(hit.guid);
    CHECK(found.size() == 4);
    CHECK_FALSE(found.contains("strike"));
    CHECK_FALSE(found.contains("copy"));
    CHECK(found.contains("before"));
    CHECK(found.contains("same-day"));
    CHECK(found.contains("undated"));
    CHECK(found.contains("after") + found.contains("after-copy") == 1);
    for (std::size_t i = 1; i < like.found.hits.size(); ++i)
        CHECK(like.found.hits[i].score <= like.found.hits[i - 1].score);
    const Set with = library().found({.id = library().id("strike"), .copies = true, .count = 6});
    CHECK(with == Set{"copy", "before", "same-day", "after", "after-copy", "undated"});
}

TEST_CASE("background is what was certainly published before", "[explore][similar]") {
    const Set found =
        library().found({.id = library().id("strike"), .background = true, .count = 3});
    CHECK(found.contains("before"));
    for (const std::string guid : {"same-day", "after", "undated", "copy"})
        CHECK_FALSE(found.contains(guid));
    CHECK_THROWS_AS(
        similar(library().reader(), {.id = library().id("undated"), .background = true}), Error);
}

TEST_CASE("similar keeps to a range of dates and to a query", "[explore][similar]") {
    const ArticleId id = library().id("strike");
    CHECK(library().found({.id = id, .range = {parse_iso_date("2025-03-12"), {}}, .count = 1}) ==
          Set{"after"});
    CHECK(library().found({.id = id, .range = {{}, parse_iso_date("2025-03-05")}, .count = 1}) ==
          Set{"before"});
    CHECK(library().found({.search = {.query = "history"}, .id = id}) == Set{"undated"});
}

TEST_CASE("similar takes a text", "[explore][similar]") {
    const Similar like = similar(library().reader(),
                                 {.text = "Cranes! The dockers' union is on strike.", .count = 2});
    CHECK(like.found.hits.size() == 2);
    Set terms;
    for (const auto& term : like.terms) terms.insert(term.text);
    CHECK(terms == Set{"cranes", "dockers", "union", "strike"});
    CHECK(similar(library().reader(), {.text = ""}).found.hits.empty());
    CHECK(similar(library().reader(), {.text = std::string("\xff\0\n the", 7)}).found.hits.empty());
    CHECK_THROWS_AS(similar(library().reader(), {.id = 99'999}), Error);
}

TEST_CASE("terms are those that are frequent in the article and rare in the archive",
          "[explore][similar]") {
    const Similar like = similar(library().reader(), {.id = library().id("strike"), .terms = 5});
    REQUIRE(like.terms.size() == 5);
    Set terms;
    for (const auto& term : like.terms) {
        terms.insert(term.text);
        CHECK(term.articles >= 2);
    }
    CHECK(terms.contains("dockers"));
    CHECK(terms.contains("strike"));
    CHECK_FALSE(terms.contains("people"));
    for (const auto& term : like.terms)
        if (term.text == "dockers") CHECK(term.headline);
}

TEST_CASE("overlap is the share of words in common", "[explore][similar]") {
    const auto set = [](std::vector<index::ListedTerm> terms) { return index::WordSet(terms); };
    const auto a = set({{"Sx", 0}, {"a", 1}, {"b", 5}, {"c", 1}});
    CHECK(a.overlap(set({{"b", 1}, {"c", 2}, {"d", 1}})) == Approx(0.5));
    CHECK(a.overlap(a) == Approx(1));
    CHECK(set({}).overlap(set({})) == 0);
}
