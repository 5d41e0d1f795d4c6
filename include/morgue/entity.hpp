#pragma once
// People, organisations and places named in an article.
#include <cstdint>
#include <string>
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
    bool operator==(const Entity&) const = default;
};

}  // namespace morgue
