#include "text/language.hpp"

#include <catch2/catch.hpp>

using morgue::text::detect_language;

namespace {

const std::string english =
    "The council said on Tuesday that it would close two of the town’s three libraries, and that "
    "the buildings would be sold. “They have been empty for years,” said its leader, who has "
    "asked for help from the province. Readers who were at the meeting were not so sure. ";
const std::string german =
    "Der Rat teilte am Dienstag mit, dass zwei der drei Büchereien der Stadt geschlossen werden "
    "und die Gebäude verkauft werden sollen. „Sie standen jahrelang leer“, sagte die "
    "Vorsitzende, die das Land um Hilfe gebeten hat. ";
const std::string more_german =
    "Leserinnen und Leser waren sich bei der Versammlung am Abend nicht so sicher. Manche fragten, "
    "wohin die alten Zeitungen kommen, die seit hundert Jahren im Keller liegen, andere wollten "
    "wissen, was aus den Angestellten wird. Eine Antwort bekamen sie nicht. ";

}  // namespace

TEST_CASE("the language of a text is told from its words") {
    CHECK(detect_language(english) == "en");
    CHECK(detect_language(german) == "de");
    CHECK(detect_language("El consejo dijo el martes que cerrará dos de las tres bibliotecas de "
                          "la ciudad y que los edificios se venderán este año.") == "es");
    CHECK(detect_language("Совет города сообщил во вторник, что закроет две из трёх библиотек, а "
                          "здания будут проданы до конца года.") == "ru");
}

TEST_CASE("capitals do not hide a language") {
    CHECK(detect_language("THE COUNCIL SAID ON TUESDAY THAT IT WOULD CLOSE TWO OF THE THREE "
                          "LIBRARIES OF THE TOWN AND THAT THE BUILDINGS WOULD BE SOLD.") == "en");
}

TEST_CASE("a text that begins in one language and goes on in another is neither or the longer") {
    CHECK(detect_language(english + german + more_german) != "en");
}

TEST_CASE("a few words or none tell no language") {
    CHECK(detect_language("").empty());
    CHECK(detect_language("The end").empty());
    CHECK(detect_language(std::string(100'000, '7')).empty());
}

TEST_CASE("bytes that are no text tell no language") {
    CHECK(detect_language(std::string(2000, '\xE2')).empty());
}
