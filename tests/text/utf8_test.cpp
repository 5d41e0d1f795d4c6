#include "text/utf8.hpp"

#include <catch2/catch.hpp>

using namespace morgue::text;

namespace {

// Texts of the characters that matter, in every order, the same in every run.
std::string text_of(std::uint32_t seed) {
    static const std::string alphabet[] = {"a", "b", "!", "~", " ", " ", "\t", "\n", "\x7F", "é"};
    std::string text;
    for (int i = 0; i < 40; ++i) {
        seed = seed * 1664525 + 1013904223;
        const std::uint32_t pick = seed >> 24;
        text += alphabet[pick < 180 ? pick % 4 : pick % 10];
        if (pick % 3 == 0) text += ' ';
    }
    return text;
}

bool is_gap(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
}

std::string slow_line(const std::string& text) {
    std::string line;
    bool gap = false;
    for (const char c : text) {
        if (is_gap(c)) {
            gap = !line.empty();
            continue;
        }
        if (gap) line += ' ';
        gap = false;
        line += c;
    }
    return line;
}

// Of text with spaces and line ends only.
std::string slow_paragraphs(const std::string& text) {
    std::string out;
    std::size_t breaks = 0, blanks = 0;
    for (const char c : text) {
        if (c == '\n') {
            ++breaks;
            blanks = 0;
        } else if (is_gap(c)) {
            ++blanks;
        } else {
            if (!out.empty() && breaks > 0) out += breaks > 1 ? "\n\n" : "\n";
            if (!out.empty() && breaks == 0) out.append(blanks, ' ');
            breaks = blanks = 0;
            out += c;
        }
    }
    return out;
}

}  // namespace

TEST_CASE("one line has single blanks between its words", "[text]") {
    CHECK(one_line("") == "");
    CHECK(one_line(" \t\r\n ") == "");
    CHECK(one_line("  A ferry \n runs\taground  ") == "A ferry runs aground");
    CHECK(one_line("caf\xC3\xA9\xC2\xA0noir\x7F.") == "caf\xC3\xA9 noir .");
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        const std::string text = text_of(seed);
        INFO(text);
        REQUIRE(one_line(text) == slow_line(text));
    }
}

TEST_CASE("tidy paragraphs are parted by one blank line", "[text]") {
    CHECK(tidy_paragraphs("\n\n A  b \r\n c\r\n\r\n\r\n d \n") == "A  b\nc\n\nd");
    CHECK(tidy_paragraphs("A\xE2\x80\xA9"
                          "B") == "A\nB");
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        const std::string text = text_of(seed);
        INFO(text);
        REQUIRE(tidy_paragraphs(text) == slow_paragraphs(text));
    }
}
