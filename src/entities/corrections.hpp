#pragma once
// What a person's corrections mean for names: what becomes of a recognised name, and by which
// other names an entity is found. Pure values; names are compared by text::name_key.
#include <functional>
#include <map>
#include <morgue/article.hpp>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entities/corrections_file.hpp"

namespace morgue::entities {

class Corrections {
public:
    Corrections() = default;

    // Of lines in order; those that contradict earlier ones are left out with a problem.
    Corrections(std::span<const Correction> lines, std::vector<Problem>& problems);

    bool empty() const { return fates_.empty() && aliases_.empty() && split_.empty(); }

    struct Named {
        Entity::Kind kind = Entity::Kind::person;
        std::string key;  // by text::name_key
        auto operator<=>(const Named&) const = default;
    };

    // What a name, as it was recognised, becomes.
    struct Fate {
        bool killed = false;
        Entity::Kind kind = Entity::Kind::person;
        std::string name;  // as it is shown
        std::string key;
    };
    // Nothing: it stays what it is.
    const Fate* fate(Entity::Kind kind, std::string_view key) const;
    // Of every name that a correction speaks of, those that others are merged into included.
    const std::map<Named, Fate>& fates() const { return fates_; }

    // Whether the two are never to be joined.
    bool is_split(Entity::Kind kind, std::string_view key, std::string_view other) const;

    // Whether a person has fixed how it is spelt.
    bool is_pinned(Entity::Kind kind, std::string_view key) const;

    // What a search for entities of a kind has to ask beside its own term. `whole` says whether a
    // key is the name that was asked for, `part` whether the name that was asked for is found in
    // it (as a surname in a person's full name).
    struct Reach {
        std::vector<Named> also;        // as recognised: they are found, too
        std::vector<std::string> lost;  // keys that are no longer of this kind, or nothing at all
    };
    using Matches = std::function<bool(std::string_view key)>;
    Reach reach(Entity::Kind kind, const Matches& whole, const Matches& part) const;

    // Renames, retypes, merges and leaves out.
    void apply(std::vector<Entity>& entities) const;

private:
    class Builder;

    std::map<Named, Fate> fates_;
    std::map<Named, std::vector<Named>> aliases_;  // -> the entities they lead to
    std::set<Named> pinned_;
    std::set<std::pair<Named, std::string>> split_;  // both ways
};

}  // namespace morgue::entities
