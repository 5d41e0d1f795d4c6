#pragma once
// The places of the world that news names: regions, countries, their areas and greater towns, as
// they lie in one file (corpus/entities/places.atlas). Immutable; used where it lies.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::entities {

// The head of the file. Behind it, each at a multiple of 64 bytes: where each bucket of names
// begins (and where the last ends), regions, countries, names of areas, the bytes. Names are where
// in the bytes: one for the length and the letters. An entry of a bucket is
//
//   kind and marks | weight | country | area | name | of another name: what is shown
struct AtlasHeader {
    static constexpr std::array<char, 8> right_magic{'m', 'o', 'r', 'g', 'u', 'e', 'P', '1'};

    std::array<char, 8> magic{};
    std::uint32_t buckets = 0, regions = 0, countries = 0, areas = 0, bytes = 0;
};

// What a name may mean.
struct AtlasPlace {
    enum class Kind : std::uint8_t { region, country, area, city, people };

    Kind kind = Kind::city;
    bool capital = false;       // of its country
    bool familiar = false;      // an area named without its country; a city known far away
    bool abbreviation = false;  // "Ga.": only behind a town
    bool usual = false;         // a name we gave it ourselves, since news calls it so
    std::uint8_t weight = 0;    // inhabitants: 25 to the decade
    std::uint8_t country = 0;   // of a region: the region
    std::uint8_t area = 0;      // of the country, from 1; 0: not known
    std::string_view name;      // of a city, as it is shown
};

class Atlas {
public:
    struct Region {
        std::uint32_t name, parent;  // parent: from 1; 0: none
    };
    struct Country {
        std::uint32_t name;
        std::uint16_t region, areas_before;
    };
    static constexpr std::uint8_t kind_bits = 7, capital_bit = 8, familiar_bit = 16,
                                  abbreviation_bit = 32, usual_bit = 64, other_bit = 128;

    // A view of the file's bytes, which must outlive it and begin at a multiple of 64.
    explicit Atlas(std::string_view file);

    // Whatever is called so, by text::name_key; the greatest first, a dozen at most.
    std::vector<AtlasPlace> find(std::string_view key) const;

    // From the continent down: "Americas", "South America", "Venezuela", "Caracas".
    std::vector<std::string_view> path(const AtlasPlace& place) const;

    std::string_view country(std::uint8_t number) const;
    std::string_view region(std::uint8_t country) const;  // of the continent, that it lies in

private:
    std::string_view text(std::uint32_t at) const;

    std::span<const std::uint32_t> starts_;
    std::span<const Region> regions_;
    std::span<const Country> countries_;
    std::span<const std::uint32_t> areas_;
    std::span<const char> bytes_;
};

constexpr std::size_t atlas_bucket(std::uint64_t hash, std::size_t buckets) {
    return std::size_t(((hash >> 32) * buckets) >> 32);
}

// The one that is part of the program.
const Atlas& built_in_atlas();

// The name by which the country is shown that is called so ("USA", "Holland"); `name` itself where
// none is, or several are.
std::string country_called(const std::string& name);

}  // namespace morgue::entities
