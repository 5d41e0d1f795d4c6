#include "entities/atlas.hpp"

#include <algorithm>
#include <cassert>

#include "embedded/atlas.hpp"
#include "entities/hashing.hpp"
#include "entities/sections.hpp"
#include "text/words.hpp"

namespace morgue::entities {

namespace {

constexpr std::size_t most_found = 12;

// Reads a bucket's entries, one after another.
class Entries {
public:
    explicit Entries(std::string_view bytes) : rest_(bytes) {}

    bool done() const { return rest_.empty(); }
    std::uint8_t byte() {
        const auto value = std::uint8_t(rest_.front());
        rest_.remove_prefix(1);
        return value;
    }
    std::string_view text() {
        const std::size_t size = byte();
        const std::string_view value = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return value;
    }

private:
    std::string_view rest_;
};

// Most names differ in their first letter, which costs less to see than the rest.
bool is_called(std::string_view name, std::string_view key) {
    const char first = name.front();
    const bool letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    if (letter && (first | 0x20) != key.front()) return false;
    return text::name_key(name) == key;
}

}  // namespace

Atlas::Atlas(std::string_view file) {
    Sections sections(file);
    const AtlasHeader& header = sections.take<AtlasHeader>(1).front();
    assert(header.magic == AtlasHeader::right_magic);
    starts_ = sections.take<std::uint32_t>(header.buckets + 1);
    regions_ = sections.take<Region>(header.regions);
    countries_ = sections.take<Country>(header.countries);
    areas_ = sections.take<std::uint32_t>(header.areas);
    bytes_ = sections.take<char>(header.bytes);
}

std::string_view Atlas::text(std::uint32_t at) const {
    return {bytes_.data() + at + 1, std::uint8_t(bytes_[at])};
}

std::vector<AtlasPlace> Atlas::find(std::string_view key) const {
    std::vector<AtlasPlace> found;
    if (key.empty()) return found;
    const std::size_t bucket = atlas_bucket(hash_bytes(key), starts_.size() - 1);
    Entries entries({bytes_.data() + starts_[bucket], starts_[bucket + 1] - starts_[bucket]});
    while (!entries.done() && found.size() < most_found) {
        const std::uint8_t what = entries.byte();
        AtlasPlace place;
        place.kind = AtlasPlace::Kind(what & kind_bits);
        place.capital = what & capital_bit;
        place.familiar = what & familiar_bit;
        place.abbreviation = what & abbreviation_bit;
        place.usual = what & usual_bit;
        place.weight = entries.byte();
        place.country = entries.byte();
        place.area = entries.byte();
        const std::string_view name = entries.text();
        place.name = what & other_bit ? entries.text() : name;
        if (is_called(name, key)) found.push_back(place);
    }
    return found;
}

std::vector<std::string_view> Atlas::path(const AtlasPlace& place) const {
    std::vector<std::string_view> path;
    const auto add_region = [&](std::uint32_t number) {
        const Region& region = regions_[number];
        if (region.parent) path.push_back(text(regions_[region.parent - 1].name));
        path.push_back(text(region.name));
    };
    if (place.kind == AtlasPlace::Kind::region) {
        add_region(place.country);
        return path;
    }
    const Country& country = countries_[place.country];
    add_region(country.region);
    path.push_back(text(country.name));
    if (place.area) path.push_back(text(areas_[country.areas_before + place.area - 1u]));
    if (place.kind == AtlasPlace::Kind::city && place.name != path.back())
        path.push_back(place.name);
    return path;
}

std::string_view Atlas::country(std::uint8_t number) const {
    return text(countries_[number].name);
}

std::string_view Atlas::region(std::uint8_t country) const {
    return text(regions_[countries_[country].region].name);
}

const Atlas& built_in_atlas() {
    static const Atlas atlas(embedded::atlas());
    return atlas;
}

std::string country_called(const std::string& name) {
    const Atlas& atlas = built_in_atlas();
    std::string found;
    for (const AtlasPlace& place : atlas.find(text::name_key(name))) {
        if (place.kind != AtlasPlace::Kind::country) continue;
        const std::string_view shown = atlas.country(place.country);
        if (!found.empty() && found != shown) return name;
        found = shown;
    }
    return found.empty() ? name : found;
}

}  // namespace morgue::entities
