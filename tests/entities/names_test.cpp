#include "entities/names.hpp"

#include <catch2/catch.hpp>

#include "entities/context.hpp"
#include "entities/foreign.hpp"
#include "entities/model.hpp"
#include "entities/tokenise.hpp"

namespace {

using namespace morgue::entities;
using Kind = morgue::Entity::Kind;

// A text in which names are marked: "[P Hanna Vesterlund] of [O Norvik]" (L: a place).
struct Marked {
    explicit Marked(std::string_view marked) : words(built_in_model().lexicon) {
        std::vector<std::size_t> bounds;
        std::string kinds;
        for (std::size_t at = 0; at < marked.size(); ++at) {
            if (marked[at] == '[') {
                kinds += marked[at + 1];
                bounds.push_back(text.size());
                at += 2;
            } else if (marked[at] == ']') {
                bounds.push_back(text.size());
            } else {
                text += marked[at];
            }
        }
        tokenise(text, 0, text.size(), words, document);
        Forms forms;
        read_context(document, built_in_model().lexicon, forms);
        for (std::size_t n = 0; n < kinds.size(); ++n)
            add(kinds[n], bounds[2 * n], bounds[2 * n + 1]);
    }

    void add(char kind, std::size_t begin, std::size_t end) {
        Name name;
        name.kind = kind == 'P' ? Kind::person : kind == 'O' ? Kind::organisation : Kind::place;
        while (document.tokens[name.first].begin < begin) ++name.first;
        name.last = name.first;
        while (name.last < document.tokens.size() && document.tokens[name.last].begin < end)
            ++name.last;
        names.push_back(name);
    }

    std::string printed() const {
        std::string out;
        for (const Name& name : names) {
            const std::size_t begin = document.tokens[name.first].begin;
            if (!out.empty()) out += "; ";
            out += std::string(1, "POL"[std::size_t(name.kind)]) + " " +
                   text.substr(begin, document.tokens[name.last - 1].end - begin);
        }
        return out;
    }

    std::string text;
    WordCache words;
    Document document;
    std::vector<Name> names;
};

std::string repaired(std::string_view marked) {
    Marked text(marked);
    repair(text.document, text.names);
    return text.printed();
}

std::string foreign(std::string_view plain) {
    Marked text(plain);
    text.names = foreign_names(text.document);
    return text.printed();
}

struct Case {
    std::string_view text, expected;
};

}  // namespace

TEST_CASE("a nickname in quotation marks joins what stands around it to one person", "[entities]") {
    const Case rows[] = {
        {"It was [P Héctor] “[P Niño]” [P Guerrero] who fled.", "P Héctor “Niño” Guerrero"},
        {"It was [P Julio] \"Gato\" Belmares who fled.", "P Julio \"Gato\" Belmares"},
        {"Then [P Orvik] “never said so” and left.", "P Orvik"},
        {"Then [P Orvik] said “No”. [P Vesterlund] agreed.", "P Orvik; P Vesterlund"},
    };
    for (const auto& [text, expected] : rows) CHECK(repaired(text) == expected);
}

TEST_CASE("a name has no article, possessive, courtesy or loose word at its ends", "[entities]") {
    const Case rows[] = {
        {"read [O The Norvik Post]'s pages", "O Norvik Post"},
        {"at [P Mr. Orvik's] house", "P Orvik"},
        {"at [O Norvik and] others", "O Norvik"},
        {"only [O the] rest", ""},
    };
    for (const auto& [text, expected] : rows) CHECK(repaired(text) == expected);
}

TEST_CASE("a people, day or religion alone is no name, unless somebody is called so",
          "[entities]") {
    const Case rows[] = {
        {"Two [L Venezuelans] met a [O Muslim] on [P Monday].", ""},
        {"The [O Venezuelan Navy] sailed.", "O Venezuelan Navy"},
        {"[P Ruth Irish] spoke. [P Irish] left.", "P Ruth Irish; P Irish"},
    };
    for (const auto& [text, expected] : rows) CHECK(repaired(text) == expected);
}

TEST_CASE("the country behind a company is a place", "[entities]") {
    const Case rows[] = {
        {"It sold [O Norvik AG of West Germany] a ship.", "O Norvik AG; L West Germany"},
        {"It sold [O Norvik Corp of Canada Ltd] a ship.", "O Norvik Corp of Canada Ltd"},
        {"It sold [O Bank of Japan] a ship.", "O Bank of Japan"},
    };
    for (const auto& [text, expected] : rows) CHECK(repaired(text) == expected);
}

TEST_CASE("initials in brackets are the organisation before them", "[entities]") {
    const Case rows[] = {
        {"The [O Norvik Tunnel Board] (NTB) met.", "O Norvik Tunnel Board; O NTB"},
        {"The [O Norvik Tunnel Board] ([P NTB]) met.", "O Norvik Tunnel Board; O NTB"},
        {"The [O Norvik Tunnel Board] (BTN) met.", "O Norvik Tunnel Board"},
    };
    for (const auto& [text, expected] : rows) CHECK(repaired(text) == expected);
}

TEST_CASE("a surname of the article is found though it is a common word", "[entities]") {
    const Case rows[] = {
        {"Then [P Doris Day] sang. They liked Day a lot. Day by day.", "P Doris Day; P Day"},
        {"Then [P Doris Day] sang on Mother Day for all.", "P Doris Day"},
    };
    for (const auto& [text, expected] : rows) CHECK(repaired(text) == expected);
}

TEST_CASE("a title is no part of a person's name", "[entities]") {
    const Case rows[] = {
        {"It was [P Pope Clement] who spoke.", "P Clement"},
        {"It was [P Dean Orvik] who spoke.", "P Dean Orvik"},
    };
    for (const auto& [text, expected] : rows) CHECK(repaired(text) == expected);
}

TEST_CASE("what is known as an organisation is no place", "[entities]") {
    CHECK(repaired("The [L U.N.] met. Aid from the [P FBI] came to [L Georgia].") ==
          "O U.N.; O FBI; L Georgia");
}

TEST_CASE("the particle before a surname belongs to it", "[entities]") {
    CHECK(repaired("Ms. del [P Ponte] met von [P Halden] and de la [P Cruz], a la [P Hanna].") ==
          "P del Ponte; P von Halden; P de la Cruz; P Hanna");
}

TEST_CASE("a notice of copyright is no part of a name", "[entities]") {
    CHECK(repaired("[O Copyright NORVIK, INC.] of 1990") == "O NORVIK, INC.");
}

TEST_CASE("an institution named by its building is an organisation", "[entities]") {
    CHECK(repaired("The [L White House] told the [L Kremlin] in [L Moscow].") ==
          "O White House; O Kremlin; L Moscow");
}

TEST_CASE("an agency's credit is not what an article is about", "[entities]") {
    const Case rows[] = {
        {"[L ROME] ([O Reuters]) - It rained, [O Reuters] said.", "L ROME; O Reuters"},
        {"It rained.\n\nReporting by [P Jo Orvik] for [O Reuters]", "P Jo Orvik"},
    };
    for (const auto& [text, expected] : rows) CHECK(repaired(text) == expected);
}

TEST_CASE("in other languages only known places and people behind a title are named",
          "[entities]") {
    const Case rows[] = {
        {"Der Minister sprach in Berlin mit Herr Hofstetter über das Gesetz.",
         "L Berlin; P Hofstetter"},
        {"La ministra viajó a Nueva York y a Venezuela con Luz Belmares.", "L Venezuela"},
        {"Die Regierung lobt den Haushalt der Behörde.", ""},
    };
    for (const auto& [text, expected] : rows) CHECK(foreign(text) == expected);
}
