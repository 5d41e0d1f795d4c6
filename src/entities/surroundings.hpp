#pragma once
// What else an article names, counted: what speaks for one or another meaning of a place's name.
#include <array>
#include <cstdint>
#include <vector>

#include "entities/atlas.hpp"

namespace morgue::entities {

// Whether English news covers the country well: names its towns some four times as often as towns
// of their size elsewhere, and often without the country.
bool is_covered(const Atlas& atlas, std::uint8_t country);

class Surroundings {
public:
    explicit Surroundings(const Atlas& atlas) : atlas_(&atlas) {}

    // A place that is named so many times; a negative number takes it out again.
    void add(const AtlasPlace& place, int times);
    void add_people(std::uint8_t country) { countries_[country].people += 1; }

    // What it adds to the score of a place (place_scores.hpp).
    int support(const AtlasPlace& place) const;

private:
    struct Counts {
        int named = 0, towns = 0, capitals = 0, people = 0, weight = 0;
    };
    struct AreaCounts {
        std::uint8_t country = 0, area = 0;
        int named = 0, towns = 0;
    };

    int of_country(const AtlasPlace& place) const;
    int nothing_named(const AtlasPlace& place) const;
    bool is_neighbour_named(const AtlasPlace& place) const;
    int of_area(const AtlasPlace& place) const;
    int named(std::uint8_t country) const;
    AreaCounts& area(const AtlasPlace& place);
    AreaCounts in_area(const AtlasPlace& place) const;

    const Atlas* atlas_;
    std::array<Counts, 256> countries_{};
    std::vector<AreaCounts> areas_;
};

}  // namespace morgue::entities
