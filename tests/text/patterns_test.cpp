#include "text/patterns.hpp"

#include <catch2/catch.hpp>
#include <chrono>

using namespace morgue::text;

namespace {

std::string shown(std::string_view text, std::string_view language = "en") {
    std::string out;
    for (const std::string& found : find_patterns({text}, language))
        (out += out.empty() ? "" : " | ") += found;
    return out;
}

struct Case {
    const char *text, *expected;
};

}  // namespace

TEST_CASE("an e-mail address is found whatever stands around it, in small letters", "[patterns]") {
    const Case cases[] = {
        {"Write to Jo.Finch@Example.ORG.", "email/jo.finch@example.org"},
        {"(mailto:jo+news@mail.example.co.uk)", "email/jo+news@mail.example.co.uk"},
        {"“jo@example.org” and <jo@example.org>", "email/jo@example.org"},
        {"jo@example.org, JO@example.org", "email/jo@example.org"},
        {"a@b.org;c_d@e-f.org", "email/a@b.org | email/c_d@e-f.org"},
        {"on Twitter @jofinch", ""},
        {"jo@localhost", ""},
        {"jo@example", ""},
        {"jo@example..org", ""},
        {"jo@-example.org", ""},
        {"jo@@example.org", ""},
        {"jo @ example.org", ""},
        {"jo.@example.org", ""},
        {"5@10.50", ""},
        {"jörg@example.org", ""},  // not "rg@"
        {"jo@exämple.org", ""},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(shown(each.text) == each.expected);
    }
}

TEST_CASE("a URL ends before the punctuation of its sentence", "[patterns]") {
    const Case cases[] = {
        {"See https://Example.org/A/b?c=d#e.", "url/https://example.org/A/b?c=d#e"},
        {"(http://example.org/Paris_(Texas))", "url/http://example.org/Paris_(Texas)"},
        {"(see http://example.org/a), and", "url/http://example.org/a"},
        {"HTTPS://EXAMPLE.ORG/ https://example.org", "url/https://example.org"},
        {"\"www.example.org/a,b\"", "url/www.example.org/a,b"},
        {"http://192.0.2.1:8080/x", "url/http://192.0.2.1:8080/x"},
        {"https://jo@example.org/a", "url/https://jo@example.org/a"},
        {"https://example.org/straße!", "url/https://example.org/straße"},
        {"«https://example.org/a»", "url/https://example.org/a"},
        {"ftp://example.org/a?!...", "url/ftp://example.org/a"},
        {"http:// example.org", ""},
        {"http://example", ""},
        {"xhttp://example.org", ""},
        {"www. example.org", ""},
        {"www.....", ""},
        {"C://autoexec.bat", ""},
        {"example.org", ""},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(shown(each.text) == each.expected);
    }
}

TEST_CASE("a phone number is found where it is surely one", "[patterns]") {
    const Case cases[] = {
        {"Call +1 202 555 0143.", "phone/+12025550143"},
        {"+1 (202) 555-0143, +1-202-555-0143", "phone/+12025550143"},
        {"+44 (0)20 7946 0018", "phone/+442079460018"},
        {"+49.30.901820", "phone/+4930901820"},
        {"Tel.:+442079460018", "phone/+442079460018"},
        {"(202) 555-0143 or 202-555-0143 or 202.555.0143", "phone/2025550143"},
        {"1-800-555-0143", "phone/8005550143"},
        {"1 (800) 555-0143", "phone/8005550143"},
        {"(020) 7946 0018", "phone/02079460018"},
        {"(01632) 960983;", "phone/01632960983"},
        {"202 555 0143", ""},
        {"555-0143", ""},
        {"2025550143", ""},
        {"+20 points", ""},
        {"+1000000", ""},
        {"+3.1415926 percent", ""},
        {"+12 345 678 tonnes", ""},
        {"+999 1", ""},
        {"+83 1234 5678", ""},  // no country has it
        {"a+4930901820", ""},
        {"1999-2025", ""},
        {"2025-09-28", ""},
        {"on 28.09.2025 at 10.30", ""},
        {"(2020) 555-0143", ""},
        {"(155) 555-0143", ""},
        {"(202) 1999-2000", ""},
        {"won 6-4, 3-6, 7-5", ""},
        {"ISBN 978-3-16-148410-0", ""},
        {"ISBN 0-306-40615-2", ""},
        {"12-202-555-0143", ""},
        {"202-555-0143-9", ""},
        {"202-555-01434", ""},
        {"202-555.0143", ""},
        {"case 102-555-0143", ""},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(shown(each.text) == each.expected);
    }
}

TEST_CASE("an IBAN is found if its country, length and check digits are right", "[patterns]") {
    const Case cases[] = {
        {"DE89 3704 0044 0532 0130 00.", "iban/DE89370400440532013000"},
        {"IBAN:GB29NWBK60161331926819", "iban/GB29NWBK60161331926819"},
        {"gb29nwbk60161331926819", "iban/GB29NWBK60161331926819"},
        {"NO93 8601 1117 947", "iban/NO9386011117947"},
        {"DE88 3704 0044 0532 0130 00", ""},
        {"DE89 3704 0044 0532 0130 0", ""},
        {"DE89 3704 0044 0532 0130 000", ""},
        {"DE893 704 0044 0532 0130 00", ""},
        {"XDE89370400440532013000", ""},
        {"US89370400440532013000", ""},
        {"flight BA2490", ""},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(shown(each.text) == each.expected);
    }
}

TEST_CASE("a sum of money is found in one form, however it was written", "[patterns]") {
    const Case cases[] = {
        {"$3.5 million, $3.5m, $3,500,000 and 3.5 million dollars", "money/USD 3500000"},
        {"US$3.5 million; USD 3.5 million; 3,500,000 USD", "money/USD 3500000"},
        {"€2bn and 2 billion euros", "money/EUR 2000000000"},
        {"a $3.5-million deal", "money/USD 3500000"},
        {"USD 400,000", "money/USD 400000"},
        {"50 euros, 50 € and €50.00", "money/EUR 50"},
        {"a 50-euro note", "money/EUR 50"},
        {"£9.99", "money/GBP 9.99"},
        {"$0.05", "money/USD 0.05"},
        {"$3.459 a gallon", "money/USD 3.459"},
        {"C$5 CA$6 A$7 NZ$8 HK$9 R$10",
         "money/CAD 5 | money/CAD 6 | money/AUD 7 | money/NZD 8 | "
         "money/HKD 9 | money/BRL 10"},
        {"$500 CAD", "money/CAD 500"},
        {"3 million Canadian dollars", "money/CAD 3000000"},
        {"¥500, CN¥600", "money/¥ 500 | money/CNY 600"},
        {"₹5 lakh crore and Rs 1,00,000", "money/INR 5000000000000"},
        {"₹1,00,000", "money/INR 100000"},
        {"$100K $5k $1.5T", "money/USD 100000 | money/USD 5000 | money/USD 1500000000000"},
        {"$3-5 million", "money/USD 3000000 | money/USD 5000000"},
        {"$3 to $5 million", "money/USD 5000000"},
        {"from $500,000 to $1 million", "money/USD 500000 | money/USD 1000000"},
        {"€1 000 000", "money/EUR 1000000"},
        {"CHF 1'000'000", "money/CHF 1000000"},
        {"$ 5", "money/USD 5"},
        {"5 million of euros", "money/EUR 5000000"},
        {"10 million British pounds", "money/GBP 10000000"},
        {"in 2015 dollars", ""},
        {"a 2016 euro championship", ""},
        {"the 19 euro countries, 19 euro-zone members", ""},
        {"50 pounds of flour", ""},
        {"Team 5 won", ""},
        {"COVID-19 euros", ""},
        {"at 10:30 dollars", ""},
        {"X$5", ""},
        {"$1st", ""},
        {"$1.2.3", ""},
        {"$1,23,4", ""},
        {"EUR/USD 1.0823", ""},
        {"WORLD CUP 2022, COP 27, ALL 5, TRY 3", ""},
        {"3.5 million people", ""},
        {"5 yenta", ""},
        {"$123456789012345678901234567890", ""},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(shown(each.text) == each.expected);
    }
}

TEST_CASE("points and commas in a sum mean what they do in the article's language", "[patterns]") {
    struct {
        const char *text, *language, *expected;
    } cases[] = {
        {"1.500 Euro", "de", "money/EUR 1500"},
        {"€1.549 per litre", "en", "money/EUR 1.549"},
        {"1.234.567,89 Euro", "de", "money/EUR 1234567.89"},
        {"1.234.567,89 Euro", "en", "money/EUR 1234567.89"},
        {"3,5 Mio. Euro, 3,5 Millionen Euro", "de", "money/EUR 3500000"},
        {"1,125 Milliarden Euro", "de-AT", "money/EUR 1125000000"},
        {"€1,125 million", "en", "money/EUR 1125000000"},
        {"2 milliards d’euros", "fr", "money/EUR 2000000000"},
        {"1 500 000 euros", "fr", "money/EUR 1500000"},
        {"Airbus 320 500 euros", "en", "money/EUR 500"},
        {"5 mil millones de euros", "es", "money/EUR 5000000000"},
        {"1.500 euros, $1,500", "es", "money/EUR 1500 | money/USD 1500"},
        {"1,250 millones de euros", "es", ""},  // of Spain or of Mexico?
        {"3 milhões de euros", "pt", "money/EUR 3000000"},
        {"2,5 miliardi di euro", "it", "money/EUR 2500000000"},
    };
    for (const auto& each : cases) {
        INFO(each.text);
        CHECK(shown(each.text, each.language) == each.expected);
    }
}

TEST_CASE("what was found reads as itself", "[patterns]") {
    for (const char* text :
         {"email/jo@example.org", "url/https://example.org/Paris_(Texas)", "phone/+12025550143",
          "iban/DE89370400440532013000", "money/USD 3500000", "money/EUR 1.549", "money/JPY 5"})
        CHECK(shown(text) == text);
}

TEST_CASE("a value counts once in all texts, and no more than 256 are taken", "[patterns]") {
    CHECK(find_patterns({"jo@example.org", "jo@example.org"}, "en").size() == 1);
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "$" + std::to_string(i) + "\n";
    CHECK(find_patterns({many, many}, "en").size() == most_patterns);
}

TEST_CASE("no text takes more than linear time", "[patterns]") {
    // Quadratic time would be minutes.
    constexpr std::size_t size = 1 << 21;
    for (const char* piece : {"@",
                              "+",
                              "1",
                              "(",
                              ")",
                              ".",
                              "$",
                              "a@",
                              "@a.",
                              "a.",
                              "www.",
                              "www.-",
                              "http://",
                              "http://a.b",
                              "https://a@",
                              "+1",
                              "+1 ",
                              "(0",
                              "(02) 1",
                              "1,",
                              "1.",
                              "1'",
                              "$1-",
                              "$1 to ",
                              "DE89",
                              "DE89 ",
                              "202-555-",
                              "1 000 ",
                              "1 million ",
                              "€",
                              "€1",
                              "\xC2\xA0",
                              "[(",
                              "://",
                              "http://a.bc/)",
                              "http://a.bc/((("}) {
        std::string text;
        while (text.size() < size) text += piece;
        INFO(piece);
        CHECK(find_patterns({text}, "de").size() <= most_patterns);
        CHECK(find_patterns({"http://example.org/" + text}, "en").size() <= most_patterns);
    }
}
