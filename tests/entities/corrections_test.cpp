#include "entities/corrections.hpp"

#include <catch2/catch.hpp>

#include "text/words.hpp"

using namespace morgue;
using namespace morgue::entities;
using Kind = Entity::Kind;
using Action = Correction::Action;

namespace {

std::string joined(const std::vector<Problem>& problems) {
    std::string out;
    for (const Problem& problem : problems) out += problem.message + '\n';
    return out;
}

std::string printed(std::string_view file) {
    std::string out;
    for (const Correction& correction : read_corrections(file).corrections)
        out += std::to_string(correction.line) + ' ' + print(correction) + '\n';
    return out;
}

Corrections corrections(std::string_view file) {
    const CorrectionLines lines = read_corrections(file);
    std::vector<Problem> problems = lines.problems;
    Corrections out(lines.corrections, problems);
    CHECK(joined(problems) == "");
    return out;
}

// What becomes of a name: "person Nicolás Maduro", "killed", or "" for itself.
std::string fate(const Corrections& all, Kind kind, std::string_view name) {
    const auto* found = all.fate(kind, text::name_key(name));
    if (!found) return "";
    return found->killed ? "killed" : std::string(kind_name(found->kind)) + ' ' + found->name;
}

std::string reach(const Corrections& all, Kind kind, const std::string& asked) {
    const auto whole = [&](std::string_view key) { return key == asked; };
    const auto part = [&](std::string_view key) {
        return kind == Kind::person
                   ? (' ' + std::string(key) + ' ').find(' ' + asked + ' ') != std::string::npos
                   : key == asked;
    };
    const auto found = all.reach(kind, whole, part);
    std::string out;
    for (const auto& name : found.also)
        out += std::string(kind_name(name.kind)) + ' ' + name.key + "; ";
    for (const auto& key : found.lost) out += "not " + key + "; ";
    return out;
}

constexpr std::string_view sample = R"(# mine

[merge.person]
"Nicolas Maduro Moros" = "Nicolás Maduro"   # his mother's name
"El Presidente" = "Nicolás Maduro"

[kill.person]
"Read More" = true

[type.person]
Chevron = "organisation"
[alias.organisation]
"Big Oil" = ["Chevron", "Exxon"]
[split.person]
Bush = "George Bush"
[pin.place]
"Saint-Denis" = true
)";

}  // namespace

TEST_CASE("every line of entities.toml is a correction of its own", "[corrections]") {
    CHECK(printed(sample) ==
          "4 [merge.person] \"Nicolas Maduro Moros\" = \"Nicolás Maduro\"\n"
          "5 [merge.person] \"El Presidente\" = \"Nicolás Maduro\"\n"
          "8 [kill.person] \"Read More\" = true\n"
          "11 [type.person] \"Chevron\" = \"organisation\"\n"
          "13 [alias.organisation] \"Big Oil\" = \"Chevron\"\n"
          "13 [alias.organisation] \"Big Oil\" = \"Exxon\"\n"
          "15 [split.person] \"Bush\" = \"George Bush\"\n"
          "17 [pin.place] \"Saint-Denis\" = true\n");
}

TEST_CASE("a bad line of entities.toml is told with its number and costs nothing else",
          "[corrections]") {
    const struct {
        const char *line, *problem;
    } cases[] = {
        {"\"A\" = ", "line 2: "},
        {"\"A\" = \"B", "line 2: "},
        {"\"A\" = \"\"\"", "line 2: "},
        {"\"A\" = [", "line 2: "},
        {"\"A\" = 7", "line 2: this is no such line"},
        {"\"A\" = true", "line 2: this is no such line"},
        {"\"A\" = [\"B\"]", "line 2: this is no such line"},
        {"\"A\" = \"...\"", "line 2: this is no such line"},
        {"\"-\" = \"B\"", "line 2: the name has no letters"},
        {"U.S. = \"B\"", "line 2: "},
        {"a.b = \"B\"", "line 2: a name with dots must stand in quotation marks"},
        {"\"A\xFF\" = \"B\"", "line 2: "},
        {"]", "line 2: "},
    };
    for (const auto& [line, problem] : cases) {
        CAPTURE(line);
        const auto found =
            read_corrections("[merge.person]\n" + std::string(line) + "\n\"C\" = \"D\"\n");
        REQUIRE(found.problems.size() == 1);
        CHECK(found.problems[0].message.starts_with(problem));
        REQUIRE(found.corrections.size() == 1);
        CHECK(found.corrections[0].line == 3);
    }
}

TEST_CASE("what stands under a bad section is left out and told once", "[corrections]") {
    const auto found = read_corrections(
        "\"A\" = \"B\"\n[merge.people]\n\"C\" = \"D\"\n\"E\" = \"F\"\n[kill.place]\nG = true");
    CHECK(joined(found.problems) ==
          "line 1: it stands under no section that is known\n"
          "line 2: there is no section [merge.people]; what stands below it is left out\n");
    REQUIRE(found.corrections.size() == 1);
    CHECK(found.corrections[0].name == "G");
}

TEST_CASE("names become what the corrections say, over several steps", "[corrections]") {
    const Corrections all = corrections(sample);
    CHECK(fate(all, Kind::person, "NICOLAS MADURO MOROS") == "person Nicolás Maduro");
    CHECK(fate(all, Kind::person, "El Presidente") == "person Nicolás Maduro");
    CHECK(fate(all, Kind::person, "Nicolas Maduro") == "person Nicolás Maduro");
    CHECK(fate(all, Kind::person, "Read more") == "killed");
    CHECK(fate(all, Kind::person, "Chevron") == "organisation Chevron");
    CHECK(fate(all, Kind::organisation, "Chevron") == "organisation Chevron");
    CHECK(fate(all, Kind::person, "Somebody Else") == "");
    CHECK(fate(all, Kind::place, "SAINT DENIS") == "place Saint-Denis");
    CHECK(all.is_split(Kind::person, "george bush", "bush"));
    CHECK(all.is_split(Kind::person, "bush", "george bush"));
    CHECK_FALSE(all.is_split(Kind::place, "bush", "george bush"));

    const Corrections chain = corrections(
        "[merge.person]\nA = \"B\"\nB = \"C\"\nX = \"Y\"\n\"c\" = \"Ç\"\n[kill.person]\nY = true\n"
        "[type.person]\nC = \"place\"\n");
    CHECK(fate(chain, Kind::person, "A") == "place C");
    CHECK(fate(chain, Kind::person, "X") == "killed");
}

TEST_CASE("lines that contradict each other or go round in a circle are told", "[corrections]") {
    const auto lines = read_corrections(
        "[merge.person]\nA = \"B\"\nB = \"C\"\nC = \"A\"\n\"a\" = \"D\"\n[type.person]\nE = "
        "\"person\"\n");
    std::vector<Problem> problems;
    const Corrections all(lines.corrections, problems);
    CHECK(joined(problems) ==
          "line 4: the name leads back to itself\n"
          "line 5: another line says what becomes of \"a\"\n"
          "line 7: the name leads back to itself\n");
    CHECK(fate(all, Kind::person, "A") == "person C");
}

TEST_CASE("a search reaches every name of an entity and none that was taken away",
          "[corrections]") {
    const Corrections all = corrections(sample);
    const std::string maduro =
        "person el presidente; person nicolas maduro; person nicolas maduro moros; ";
    CHECK(reach(all, Kind::person, "nicolas maduro") == maduro);
    CHECK(reach(all, Kind::person, "maduro") == maduro);
    CHECK(reach(all, Kind::person, "el presidente") == maduro);
    CHECK(reach(all, Kind::person, "moros") == "");  // a part of one name, as recognised
    CHECK(reach(all, Kind::person, "chevron") == "not chevron; ");
    CHECK(reach(all, Kind::organisation, "chevron") == "person chevron; organisation chevron; ");
    CHECK(reach(all, Kind::organisation, "big oil") ==
          "person chevron; organisation chevron; organisation exxon; ");
    CHECK(reach(all, Kind::person, "more") == "not read more; ");
    CHECK(reach(all, Kind::person, "bush") == "");
}

TEST_CASE("an article's entities are merged, retyped and left out", "[corrections]") {
    const auto in = [](std::uint32_t begin) {
        return Mention{Mention::Where::body, begin, begin + 1};
    };
    std::vector<Entity> entities{{Kind::person, "Read More", {in(0)}},
                                 {Kind::person, "El Presidente", {in(9)}},
                                 {Kind::person, "Chevron", {in(2)}},
                                 {Kind::person, "Nicolas Maduro", {in(4), in(12)}},
                                 {Kind::place, "Caracas", {in(6)}}};
    corrections(sample).apply(entities);
    const std::vector<Entity> expected{{Kind::person, "Nicolás Maduro", {in(4), in(9), in(12)}},
                                       {Kind::organisation, "Chevron", {in(2)}},
                                       {Kind::place, "Caracas", {in(6)}}};
    CHECK(entities == expected);
}

TEST_CASE("a corrected entity lies where the place of its new name does, or nowhere",
          "[corrections]") {
    const Corrections all = corrections(
        "[type.place]\nJordan = \"person\"\n[merge.place]\nParee = \"Paris\"\nLyons = \"Lyon\"\n");
    std::vector<Entity> entities{{Kind::place, "Jordan", {}, "Jordan", "Asia/Jordan"},
                                 {Kind::place, "Paree", {}, "Suriname", "Americas/Suriname"},
                                 {Kind::place, "Paris", {}, "France", "Europe/France"},
                                 {Kind::place, "Lyons", {}, "Suriname", "Americas/Suriname"}};
    all.apply(entities);
    const std::vector<Entity> expected{{Kind::person, "Jordan", {}, "", ""},
                                       {Kind::place, "Paris", {}, "France", "Europe/France"},
                                       {Kind::place, "Lyon", {}, "", ""}};
    CHECK(entities == expected);
}

TEST_CASE("a correction goes to its section and comes out again without a trace", "[corrections]") {
    const Correction changes[] = {
        {Action::merge, Kind::person, "Maduro Moros", "Nicolás Maduro"},
        {Action::merge, Kind::place, "Big \"Apple\" \\", "New York"},
        {Action::kill, Kind::person, "Click Here", ""},
        {Action::alias, Kind::organisation, "Big Oil", "Shell"},
        {Action::split, Kind::person, "bush", "Jeb Bush"},
    };
    for (const std::string_view file :
         {sample, std::string_view(""), std::string_view("# only this"),
          std::string_view("[kill.person]\n")})
        for (const Correction& change : changes) {
            const std::string changed = with_correction(file, change);
            CAPTURE(changed);
            const auto lines = read_corrections(changed);
            CHECK(lines.problems.empty());
            Correction found;
            for (const Correction& each : lines.corrections)
                if (each.value == change.value && each.action == change.action &&
                    text::name_key(each.name) == text::name_key(change.name))
                    found = each;
            CHECK(found.kind == change.kind);
            CHECK(with_correction(changed, change) == changed);
            const std::string back = without_correction(changed, change);
            CHECK(printed(back) == printed(file));
            if (file == sample) CHECK(back == sample);
        }
}

TEST_CASE("changing a correction keeps the comment beside it", "[corrections]") {
    CHECK(with_correction("[merge.person]\r\n  A = 'B'  # so it is\r\n",
                          {Action::merge, Kind::person, "a", "C"}) ==
          "[merge.person]\r\n  A = \"C\"  # so it is\r\n");
    CHECK(with_correction("[alias.person]\n'Ä' = \"B\"  # é\n",
                          {Action::alias, Kind::person, "A", "C"}) ==
          "[alias.person]\n'Ä' = [\"B\", \"C\"]  # é\n");
}
