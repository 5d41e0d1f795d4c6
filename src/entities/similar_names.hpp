#pragma once
// Which names of an archive look like names of the same one. Only looks: whether two names of like
// letters keep the same company is for the caller to say.
#include <morgue/entities.hpp>
#include <span>
#include <string>
#include <vector>

namespace morgue::entities {

struct NameCount {
    std::string key;  // by text::name_key, no two alike
    std::size_t articles = 0;
};

struct SimilarNames {
    std::size_t from = 0, into = 0;  // places in the list; the second has more articles
    EntitySuggestion::Reason reason = EntitySuggestion::Reason::same_letters;
    bool operator==(const SimilarNames&) const = default;
};

// A pair is given once, by the first reason of the enumeration that holds.
std::vector<SimilarNames> similar_names(Entity::Kind kind, std::span<const NameCount> names);

}  // namespace morgue::entities
