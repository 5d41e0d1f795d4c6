#pragma once
// From mentions to entities: which names of an article mean the same one.
#include <morgue/article.hpp>
#include <string>
#include <vector>

#include "entities/traits.hpp"

namespace morgue::entities {

// A mention, with what resolution needs to know of it.
struct Found {
    struct Part {
        std::uint64_t folded = 0;
        Traits traits = 0;
        char initial = 0;  // in lower case; 0 for a word without capital, and for what is no ASCII
    };

    Entity::Kind kind = Entity::Kind::person;
    Mention mention;
    std::vector<Part> words;  // marks left out
    bool caps = false;        // one word in capitals
};

// A short name stands for the one longer name of its kind that it can shorten: a surname (else a
// given name) for a person, a name without Corp or an acronym for an organisation. Where two
// longer names fit it stays by itself. `mentions` are in order of the article.
std::vector<Entity> resolve(const Article& article, const std::vector<Found>& mentions);

}  // namespace morgue::entities
