#include <catch2/catch.hpp>

#include "formats/all.hpp"
#include "formats/reading.hpp"

using namespace morgue;
using namespace morgue::formats;

TEST_CASE("a text file is one story, however it comes in", "[formats]") {
    for (const std::size_t piece : {1, 7, 100000}) {
        const auto reader = text_format.open(
            std::make_unique<StringSource>("Storm hits coast\n\nIt rained.", piece));
        const auto draft = reader->next();
        REQUIRE(draft.has_value());
        CHECK(draft->story == "Storm hits coast\n\nIt rained.");
        CHECK_FALSE(reader->next().has_value());
    }
}

TEST_CASE("a text file without a visible character is an error", "[formats]") {
    const auto reader = text_format.open(std::make_unique<StringSource>(" \n\t\r\n"));
    CHECK(read_all(*reader) == "[empty!]\n");
}

TEST_CASE("a text file may not grow without bound", "[formats]") {
    const auto reader =
        text_format.open(std::make_unique<StringSource>(std::string((64U << 20) + 1, 'x')));
    CHECK(read_all(*reader) == "[too-large!]\n");
}

TEST_CASE("text is what is nothing else", "[formats]") {
    CHECK(text_format.matches("It rained.", "a.txt") == 2);
    CHECK(text_format.matches("It rained.", "a") == 1);
    CHECK(text_format.matches(std::string_view("a\0b", 3), "a.txt") == 0);
}
