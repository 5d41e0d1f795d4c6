#include <catch2/catch.hpp>

#include "extract/extract.hpp"

using namespace morgue::extract;

namespace {

// "body | copyright | source"
std::string taken(std::string body) {
    const auto rights = take_rights(body);
    return body + " | " + rights.copyright + " | " + rights.source;
}

struct Case {
    std::string body, expected;
};

}  // namespace

TEST_CASE("a rights line is taken off the end, run in or on its own", "[extract]") {
    // clang-format off
    const Case cases[] = {
        {"It rained. \u00A9 2025 Bloomberg MP",                       "It rained. | \u00A9 2025 Bloomberg MP | Bloomberg"},
        {"It rained.\n\n(c) dpa",                                     "It rained. | (c) dpa | dpa"},
        {"It rained.\n\n\u00A9 Jane Doe",                             "It rained. | \u00A9 Jane Doe | "},
        {"It rained.\n\n\u00A9 2024 The Daily Planet. All rights reserved.", "It rained. | \u00A9 2024 The Daily Planet. All rights reserved. | The Daily Planet"},
        {"It rained. Copyright 2024 The Associated Press. All rights reserved.", "It rained. | Copyright 2024 The Associated Press. All rights reserved. | Associated Press"},
        {"It rained.\n\nCopyright 2024 AP.\n\nAll rights reserved.",  "It rained. | Copyright 2024 AP. All rights reserved. | AP"},
        {"Es regnet.\n\nCopyright 2024, dpa (www.example.org). Alle Rechte vorbehalten", "Es regnet. | Copyright 2024, dpa (www.example.org). Alle Rechte vorbehalten | dpa"},
    };
    // clang-format on
    for (const auto& [body, expected] : cases) {
        CAPTURE(body);
        CHECK(taken(body) == expected);
    }
}

TEST_CASE("an agency's disclaimer goes, and the rights line before it is found", "[extract]") {
    CHECK(taken("It rained. \u00A9 2025 Bloomberg This report comes from an automatic news agency "
                "feed without edits to text.") == "It rained. | \u00A9 2025 Bloomberg | Bloomberg");
    CHECK(taken("It rained.\n\n(This story has not been edited by our staff.)") ==
          "It rained. |  | ");
}

TEST_CASE("end marks go, whichever the house uses", "[extract]") {
    for (const std::string mark : {"\n\nReuter", "\n\nREUTER", " Reuter", "\n\nENDS", " ENDS",
                                   "\n\n-30-", "\n\n###", "\n\n# # #", "\n\n-ends-", "\n\n(END)"}) {
        CAPTURE(mark);
        CHECK(taken("It rained." + mark) == "It rained. |  | ");
    }
    CHECK(taken("It rained.\n\n\u00A9 AFP\n\nENDS") == "It rained. | \u00A9 AFP | AFP");
}

TEST_CASE("a text that speaks of rights and ends stays as it is", "[extract]") {
    for (const std::string body :
         {"He spoke to Reuters.", "He spoke to Reuter", "It never ends", "The world will end",
          "It rained.\n\nCopyright law changed.", "It rained. Copyright law changed in 2020.",
          "(c) The company shall pay its dues.", "He was 30",
          "The label said \"\u00A9 1999\" and nothing else was found on the whole of the box that "
          "the police of the town had taken from the house in which the man had lived for years "
          "and years without a word to anybody."}) {
        CAPTURE(body);
        CHECK(taken(body) == body + " |  | ");
    }
}

TEST_CASE("a body that is nothing but a rights line becomes empty", "[extract]") {
    CHECK(taken("\u00A9 2025 Reuters") == " | \u00A9 2025 Reuters | Reuters");
    CHECK(taken("") == " |  | ");
}
