#pragma once
// What the gazetteer knows of a word or a phrase: a bit for each kind of its lists.
#include <array>
#include <cstdint>
#include <string_view>

namespace morgue::entities {

using Traits = std::uint32_t;

namespace trait {
inline constexpr Traits given_name = 1u << 0, family_name = 1u << 1, any_name = 1u << 2;
inline constexpr Traits country = 1u << 3, region = 1u << 4, state = 1u << 5;
inline constexpr Traits city = 1u << 6, town = 1u << 7, village = 1u << 8;
inline constexpr Traits weak_place = 1u << 9;  // Reading, Nice: also something else
inline constexpr Traits demonym = 1u << 10;    // peoples, languages, believers
inline constexpr Traits never = 1u << 11;      // days, months, Internet, World Cup
inline constexpr Traits body = 1u << 12;       // United Nations, Congress, FBI
inline constexpr Traits movement = 1u << 13;   // parties and armed groups
inline constexpr Traits company = 1u << 14;    // companies, clubs, universities
inline constexpr Traits media = 1u << 15;      // newspapers, broadcasters, agencies
inline constexpr Traits weak_organisation = 1u << 16;
inline constexpr Traits organisation_word = 1u << 17;  // Corp, Ministry, University
inline constexpr Traits place_word = 1u << 18;         // River, Street, Mount
inline constexpr Traits courtesy = 1u << 19;           // Mr, Dr
inline constexpr Traits rank = 1u << 20;               // President, Prime Minister
inline constexpr Traits role = 1u << 21;               // spokesman, striker
inline constexpr Traits name_suffix = 1u << 22;        // Jr, III
inline constexpr Traits begins_phrase = 1u << 23;      // a longer phrase begins with this
inline constexpr Traits institution = 1u << 24;        // named by its building: White House

inline constexpr Traits title = courtesy | rank | role;
inline constexpr Traits strong_place = country | region | state | city;
inline constexpr Traits organisation = body | movement | company | media | institution;
}  // namespace trait

struct TraitName {
    std::string_view name;
    Traits traits;
};

// The kinds of list in corpus/entities and in what scripts/train-entities makes.
// clang-format off
inline constexpr std::array trait_names{
    TraitName{"given-name",         trait::given_name},
    TraitName{"family-name",        trait::family_name},
    TraitName{"any-name",           trait::any_name},
    TraitName{"country",            trait::country},
    TraitName{"region",             trait::region},
    TraitName{"water",              trait::region},
    TraitName{"state",              trait::state},
    TraitName{"state-abbreviation", trait::state},
    TraitName{"city",               trait::city},
    TraitName{"town",               trait::town},
    TraitName{"village",            trait::village},
    TraitName{"weak-place",         trait::weak_place},
    TraitName{"demonym",            trait::demonym},
    TraitName{"follower",           trait::demonym},
    TraitName{"calendar",           trait::never},
    TraitName{"misc",               trait::never},
    TraitName{"never-phrase",       trait::never},
    TraitName{"body",               trait::body},
    TraitName{"agency",             trait::body},
    TraitName{"institution",        trait::institution},
    TraitName{"party",              trait::movement},
    TraitName{"armed",              trait::movement},
    TraitName{"company",            trait::company},
    TraitName{"sport",              trait::company},
    TraitName{"university",         trait::company},
    TraitName{"media",              trait::media},
    TraitName{"weak-organisation",  trait::weak_organisation},
    TraitName{"organisation-end",   trait::organisation_word},
    TraitName{"organisation-head",  trait::organisation_word},
    TraitName{"of-head",            trait::organisation_word},
    TraitName{"place-end",          trait::place_word},
    TraitName{"place-front",        trait::place_word},
    TraitName{"courtesy",           trait::courtesy},
    TraitName{"rank",               trait::rank},
    TraitName{"role",               trait::role},
    TraitName{"suffix",             trait::name_suffix},
};
// clang-format on

}  // namespace morgue::entities
