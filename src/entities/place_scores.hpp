#pragma once
// How likely a place is meant: logarithms of likelihood ratios, 25 to the decade as the weights of
// the atlas are, added up. What is marked * was measured (docs/entities.md), the rest tried out.

namespace morgue::entities::score {

// Before the article is read.
constexpr int region = 255, country = 38, area = 12, familiar_area = 30;
constexpr int capital = 50, usual = 20, known_abroad = 30;
constexpr int covered = 15;  // * a town, or capital, of a country that is covered well

// A country: other places of it are named, else its people, else nothing.
constexpr int country_with_towns = 50, country_with_people = 15, country_alone = -8;

// A town or area by what else of its country is named: the strongest kind, a little for each more.
constexpr int country_named = 46;      // * once; and where it is seldom named without need
constexpr int great_country = 5;       // * and where every third article does
constexpr int seldom_named = 173;      // * of those covered well: inhabitants, as Finland
constexpr int towns_of_country = 25;   // * another town or area
constexpr int little_of_country = 15;  // only its capital or its people
constexpr int further_kind = 4;        // *
constexpr int only_neighbours = 0;     // * nothing, but a country of the same region
constexpr int nothing_of_covered = -9, nothing_of_country = -16, nothing_around_capital = -22;  // *

// And by what else of its area.
constexpr int area_named = 27, towns_of_area = 13;  // *
constexpr int area_with_towns = 50;                 // an area: towns inside it

constexpr int twice = 5;  // * what is named twice as often

// When it is decided.
constexpr int lead = 18;     // what is less behind the best may be meant as well
constexpr int great = 140;   // a city as likely as an area of its name
constexpr int enough = 112;  // less is no reason to think of a town at all
}  // namespace morgue::entities::score
