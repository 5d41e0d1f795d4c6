#pragma once
// People, organisations and places named in an article.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

// Where a name stands: a byte range of the field's UTF-8 text, end exclusive. (Records count
// code points instead; whoever prints or reads a record converts.)
struct Mention {
    enum class Where : std::uint8_t { headline, body };

    Where where = Where::body;
    std::uint32_t begin = 0, end = 0;
    bool operator==(const Mention&) const = default;
};

struct Entity {
    enum class Kind : std::uint8_t { person, organisation, place };

    Kind kind = Kind::person;
    std::string name;               // canonical: the fullest form the article uses
    std::vector<Mention> mentions;  // headline first, then by position
    // Of a place that is known: "Venezuela", and the way down to it from its continent,
    // "Americas/South America/Venezuela/Caracas". Found anew whenever an article is read.
    std::string country, region;
    bool operator==(const Entity&) const = default;
};

// As records and queries say it.
inline constexpr std::array<std::string_view, 3> entity_kinds{"person", "organisation", "place"};

constexpr std::string_view kind_name(Entity::Kind kind) {
    return entity_kinds[std::size_t(kind)];
}
constexpr std::optional<Entity::Kind> find_kind(std::string_view name) {
    for (std::size_t kind = 0; kind < entity_kinds.size(); ++kind)
        if (entity_kinds[kind] == name) return Entity::Kind(kind);
    return std::nullopt;
}

}  // namespace morgue
