#pragma once
// What an archive knows of the people, organisations and places it names.
#include <morgue/corrections.hpp>
#include <morgue/search.hpp>
#include <string>
#include <vector>

namespace morgue {

struct EntityCount {
    Entity::Kind kind = Entity::Kind::person;
    std::string name;
    std::size_t articles = 0;
};

struct EntityProfile {
    EntityCount entity;
    std::size_t prominent = 0;             // articles that lead with it, or name it twice
    std::optional<Date> first, last;       // published
    std::vector<Facet::Bucket> spellings;  // names as recognised, those merged into it included
    std::vector<EntityCount> with;         // named in the same articles, most first
};

// That two names are one, and why it seems so.
struct EntitySuggestion {
    enum class Reason : std::uint8_t {
        same_letters,    // but for blanks, "the" and "and"
        company_suffix,  // but for Corp, Ltd, ...
        initials,        // J. Smith and John Smith, in the same company
        misspelling,     // one letter of eight or more, in the same company
        surname,         // who is called so is mostly this one: an alias, no merge
    };

    Reason reason = Reason::same_letters;
    EntityCount from, into;  // the rarer name and what it would be merged into
};

constexpr std::string_view reason_name(EntitySuggestion::Reason reason) {
    constexpr std::array<std::string_view, 5> names{"same-letters", "company-suffix", "initials",
                                                    "misspelling", "surname"};
    return names[std::size_t(reason)];
}

}  // namespace morgue
