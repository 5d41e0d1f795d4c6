#include <catch2/catch.hpp>
#include <morgue/saved.hpp>
#include <sstream>

#include "support/temp_archive.hpp"

using namespace morgue;

namespace {

// "name: query (match, seen)", a search a line.
std::string listed(SavedSearches& searches) {
    std::ostringstream out;
    for (const SavedSearch& each : searches.list())
        out << each.name << ": " << each.query
            << (each.match == SearchRequest::Match::any ? " (any, " : " (all, ") << each.seen
            << ")\n";
    return out.str();
}

}  // namespace

TEST_CASE("the name of a saved search can be written in a query", "[saved]") {
    for (const char* name : {"harbour", "price-fixing", "2025.q1", "_a", "übersee"})
        CHECK(is_saved_name(name));
    for (const char* name : {"", "-harbour", "two words", "a:b", "a/b", "\"a\"", "a*"})
        CHECK_FALSE(is_saved_name(name));
    CHECK(is_saved_name(std::string(64, 'a')));
    CHECK_FALSE(is_saved_name(std::string(65, 'a')));
}

TEST_CASE("searches are kept by name, replaced and removed", "[saved]") {
    TempArchive temp;
    temp.take("a.jsonl", R"({"guid":"a","body":"The tide fell."})");
    SavedSearches searches(temp.archive());
    CHECK(listed(searches) == "");
    CHECK_FALSE(searches.save({.name = "tide", .query = "tide OR ferry"}));
    CHECK_FALSE(searches.save(
        {.name = "cheese", .query = "cheese prices", .match = SearchRequest::Match::any}));
    CHECK(listed(searches) ==
          "cheese: cheese prices (any, 0)\n"
          "tide: tide OR ferry (all, 0)\n");
    CHECK(searches.save({.name = "tide", .query = "tide", .seen = 3}));
    CHECK(searches.remove("cheese"));
    CHECK_FALSE(searches.remove("cheese"));
    CHECK(listed(searches) == "tide: tide (all, 3)\n");
}

TEST_CASE("what is new since a search was looked at is found by the mark", "[saved]") {
    TempArchive temp;
    temp.take("a.jsonl", R"({"guid":"a","body":"The tide fell."})");
    SavedSearches searches(temp.archive());
    searches.save({.name = "tide", .query = "tide"});
    const auto fresh = [&] {
        SearchRequest request{.query = "tide"};
        request.after = searches.list().at(0).seen;
        const ArchiveReader reader(temp.archive());
        std::string guids;
        for (const Hit& hit : reader.search(request).hits) guids += hit.guid;
        searches.mark_seen("tide", reader.mark());
        return guids;
    };
    CHECK(fresh() == "a");
    CHECK(fresh() == "");
    temp.take("b.jsonl", R"({"guid":"b","body":"The tide rose."})");
    CHECK(fresh() == "b");
    CHECK(fresh() == "");
}
