#include "entities/similar_names.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/edit_distance.hpp"

using namespace morgue;
using namespace morgue::entities;

namespace {

// "a 3, b 2" -> "b > a: reason; ..."
std::string similar(Entity::Kind kind, const std::vector<NameCount>& names) {
    std::vector<std::string> lines;
    for (const auto& [from, into, reason] : similar_names(kind, names))
        lines.push_back(names[from].key + " > " + names[into].key + ": " +
                        std::string(reason_name(reason)));
    std::sort(lines.begin(), lines.end());
    std::string out;
    for (const std::string& line : lines) out += line + '\n';
    return out;
}

}  // namespace

TEST_CASE("names that may be one are given with the reason", "[entities]") {
    CHECK(similar(Entity::Kind::organisation, {{"norvik timber", 9},
                                               {"norvik timber corp", 4},
                                               {"the norvik timber", 2},
                                               {"procter and gamble", 3},
                                               {"procter gamble", 1},
                                               {"tunnel safety board", 5},
                                               {"tunnel safty board", 1},
                                               {"group of 77", 8},
                                               {"group of 20", 8}}) ==
          "norvik timber corp > norvik timber: company-suffix\n"
          "procter gamble > procter and gamble: same-letters\n"
          "the norvik timber > norvik timber: same-letters\n"
          "tunnel safty board > tunnel safety board: misspelling\n");
    CHECK(similar(Entity::Kind::person, {{"john smith", 9},
                                         {"j smith", 2},
                                         {"jane smythe", 3},
                                         {"george bush", 4},
                                         {"george w bush", 9},
                                         {"george h w bush", 3},
                                         {"volodymyr zelensky", 9},
                                         {"volodymyr zelenskyy", 4},
                                         {"orvik", 3},
                                         {"paul orvik", 4},
                                         {"ann orvik", 1}}) ==
          "george bush > george w bush: initials\n"
          "george h w bush > george bush: initials\n"
          "j smith > john smith: initials\n"
          "orvik > paul orvik: surname\n"
          "volodymyr zelenskyy > volodymyr zelensky: misspelling\n");
}

TEST_CASE("every pair one edit apart is found, as by comparing each with each", "[entities]") {
    std::vector<NameCount> names;
    std::uint32_t dice = 5;
    const auto below = [&](std::uint32_t end) {
        dice = dice * 1664525u + 1013904223u;
        return (dice >> 8) % end;
    };
    for (int i = 0; i < 300; ++i) {
        std::string name(8 + below(3), 'a');
        for (char& c : name) c = char('a' + below(2));
        if (std::none_of(names.begin(), names.end(),
                         [&](const auto& each) { return each.key == name; }))
            names.push_back({name, 1 + below(9)});
    }
    std::size_t expected = 0;
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = i + 1; j < names.size(); ++j)
            expected += core::edit_distance(names[i].key, names[j].key) == 1;
    CHECK(similar_names(Entity::Kind::place, names).size() == expected);
    CHECK(expected > 200);
}
