#include "text/charset.hpp"

#include <catch2/catch.hpp>

#include "formats/reading.hpp"
#include "formats/utf8_source.hpp"

using namespace morgue;

namespace {

using namespace std::string_literals;

struct Case {
    std::string bytes, charset, text;
};
// clang-format off
const Case cases[] = {
    {"plain",                                                   "utf-8",        "plain"},
    {"caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80",               "utf-8",        "café € 😀"},
    {"\xEF\xBB\xBF" "caf\xC3\xA9",                              "utf-8",        "café"},
    {"caf\xE9",                                                 "windows-1252", "café"},
    {"\x93quoted\x94",                                          "windows-1252", "“quoted”"},
    {"\xFF\xFE" "c\0a\0f\0\xE9\0=\xD8\0\xDE"s,                  "utf-16le",     "café😀"},
    {"\xFE\xFF\0c\0a\0f\0\xE9"s,                                "utf-16be",     "café"},
    {"<\0?\0x\0"s,                                              "utf-16le",     "<?x"},
    {"<?xml version='1.0' encoding='ISO-8859-1'?>\xE9",         "windows-1252", "<?xml version='1.0' encoding='ISO-8859-1'?>é"},
    {"<?xml encoding=\"koi8-r\"?>\xC1",                         "koi8-r",       "<?xml encoding=\"koi8-r\"?>а"},
    {"<?xml encoding='utf-16'?>\xC3\xA9",                       "utf-8",        "<?xml encoding='utf-16'?>é"},
    {"<?xml encoding='iso-8859-1'?>\xC3\xA9",                   "utf-8",        "<?xml encoding='iso-8859-1'?>é"},
    {"<?xml encoding='utf-8'?>\xE9t\xE9",                       "windows-1252", "<?xml encoding='utf-8'?>été"},
    {"<html><meta charset=windows-1251>\xE0",                   "windows-1251", "<html><meta charset=windows-1251>а"},
    {"<html><META content='text/html; charset=Shift_JIS'>\x82\xA0", "windows-31j", "<html><META content='text/html; charset=Shift_JIS'>あ"},
    {"<html><meta charset=nonsense>\xC3\xA9",                   "utf-8",        "<html><meta charset=nonsense>é"},
    {"the word charset=koi8-r in a text",                       "utf-8",        "the word charset=koi8-r in a text"},
};
// clang-format on

std::string decoded(const std::string& bytes, const std::string& charset, std::size_t piece,
                    std::uint64_t& replaced) {
    auto source =
        formats::to_utf8(std::make_unique<formats::StringSource>(bytes, piece), charset, replaced);
    return formats::drain(*source, piece);
}

}  // namespace

TEST_CASE("the charset is found and undone, wherever the pieces of the stream end", "[text]") {
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(text::find_charset(each.bytes) == each.charset);
        for (const std::size_t piece : {1u, 2u, 3u, 7u, 1000u}) {
            std::uint64_t replaced = 0;
            CHECK(decoded(each.bytes, each.charset, piece, replaced) == each.text);
            CHECK(replaced == 0);
        }
    }
}

TEST_CASE("Cyrillic and Chinese without a declaration are guessed from enough text", "[text]") {
    std::string russian, chinese;
    for (int i = 0; i < 20; ++i) {
        russian +=
            "\xCF\xF0\xE0\xE2\xE8\xF2\xE5\xEB\xFC\xF1\xF2\xE2\xEE \xF0\xE5\xF8\xE8\xEB\xEE "
            "\xE2\xEE\xEF\xF0\xEE\xF1. ";
        chinese +=
            "\xD6\xD0\xB9\xFA\xC8\xCB\xC3\xF1\xA3\xAC\xCE\xD2\xC3\xC7\xD4\xDA\xD5\xE2\xC0\xEF\xA1"
            "\xA3";
    }
    CHECK(text::find_charset(russian) == "windows-1251");
    CHECK(text::find_charset(chinese) == "gb18030");
}

TEST_CASE("ill-formed bytes become U+FFFD and are counted", "[text]") {
    struct Bad {
        std::string bytes, charset, text;
        std::uint64_t replaced;
    };
    const Bad bad[] = {
        {"a\xFF"
         "b\xC3",
         "utf-8", "a\uFFFDb\uFFFD", 2},
        {"real \uFFFD", "utf-8", "real \uFFFD", 0},
        {"a\x81", "shift_jis", "a\uFFFD", 1},
        {"\xED\xA0\x80x", "utf-8", "\uFFFD\uFFFD\uFFFDx", 3},
    };
    for (const Bad& each : bad) {
        for (const std::size_t piece : {1u, 2u, 1000u}) {
            std::uint64_t replaced = 0;
            CHECK(decoded(each.bytes, each.charset, piece, replaced) == each.text);
            CHECK(replaced == each.replaced);
        }
    }
}

TEST_CASE("an article near ill-formed bytes says so", "[formats]") {
    CHECK(formats::read_all("{\"headline\":\"Zo\xC3\xAB \xC3\xA9\xC3\xA9\xC3\xA9 \xFF\"}\n") ==
          "headline=Zoë ééé \uFFFD !charset=file\n");
}
