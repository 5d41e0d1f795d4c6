#include "entities/surroundings.hpp"

#include <algorithm>
#include <bit>

#include "entities/place_scores.hpp"

namespace morgue::entities {

namespace {

using Kind = AtlasPlace::Kind;

constexpr int most_towns = 4, most_times = 8;  // more add nothing

// What being named `times` adds to being named once.
int repeated(int times, int most) {
    return score::twice * (int(std::bit_width(unsigned(std::min(times, most)))) - 1);
}

}  // namespace

bool is_covered(const Atlas& atlas, std::uint8_t country) {
    const std::string_view region = atlas.region(country);
    return region == "Northern America" || region == "Australasia" ||
           (region.ends_with(" Europe") && !region.starts_with("Eastern"));
}

void Surroundings::add(const AtlasPlace& place, int times) {
    if (place.kind == Kind::region) return;
    const int one = times < 0 ? -1 : 1;
    Counts& here = countries_[place.country];
    if (place.kind == Kind::country) {
        here.named += times;
        here.weight = place.weight;
    } else {
        (place.capital ? here.capitals : here.towns) += one;
    }
    if (!place.area) return;
    if (place.kind == Kind::area)
        area(place).named += times;
    else
        area(place).towns += one;
}

int Surroundings::support(const AtlasPlace& place) const {
    if (place.kind == Kind::region) return 0;
    if (place.kind != Kind::country) return of_country(place) + of_area(place);
    const Counts& here = countries_[place.country];
    if (here.towns > 0 || here.capitals > 0) return score::country_with_towns;
    return here.people > 0 ? score::country_with_people : score::country_alone;
}

int Surroundings::of_country(const AtlasPlace& place) const {
    const Counts& here = countries_[place.country];
    const bool little = here.capitals > 0 || here.people > 0;
    const int kinds = (here.named > 0) + (here.towns > 0) + little;
    if (kinds == 0) return nothing_named(place);
    int strongest = little ? score::little_of_country : 0;
    if (here.towns > 0)
        strongest = std::max(strongest, score::towns_of_country + repeated(here.towns, most_towns));
    if (here.named > 0)
        strongest = std::max(strongest, named(place.country) + repeated(here.named, most_times));
    return strongest + score::further_kind * (kinds - 1);
}

int Surroundings::nothing_named(const AtlasPlace& place) const {
    if (is_neighbour_named(place)) return score::only_neighbours;
    if (is_covered(*atlas_, place.country)) return score::nothing_of_covered;
    return place.capital ? score::nothing_around_capital : score::nothing_of_country;
}

bool Surroundings::is_neighbour_named(const AtlasPlace& place) const {
    const std::string_view region = atlas_->region(place.country);
    for (std::size_t each = 0; each < countries_.size(); ++each)
        if (countries_[each].named > 0 && atlas_->region(std::uint8_t(each)) == region) return true;
    return false;
}

// Of the countries that news covers well, the greater are named more often without need.
int Surroundings::named(std::uint8_t country) const {
    if (!is_covered(*atlas_, country)) return score::country_named;
    const int above = countries_[country].weight - score::seldom_named;
    return std::clamp(score::country_named - above * 4 / 5, score::great_country,
                      score::country_named);
}

int Surroundings::of_area(const AtlasPlace& place) const {
    if (!place.area) return 0;
    const AreaCounts there = in_area(place);
    if (place.kind == Kind::area)
        return there.named > 0 || there.towns > 0 ? score::area_with_towns : 0;
    if (there.named == 0) return there.towns > 0 ? score::towns_of_area : 0;
    return score::area_named + repeated(there.named, most_times) +
           (there.towns > 0 ? score::further_kind : 0);
}

Surroundings::AreaCounts& Surroundings::area(const AtlasPlace& place) {
    for (AreaCounts& each : areas_)
        if (each.country == place.country && each.area == place.area) return each;
    return areas_.emplace_back(AreaCounts{place.country, place.area, 0, 0});
}

Surroundings::AreaCounts Surroundings::in_area(const AtlasPlace& place) const {
    for (const AreaCounts& each : areas_)
        if (each.country == place.country && each.area == place.area) return each;
    return {};
}

}  // namespace morgue::entities
