#pragma once
// The labels of tokens: outside, or the beginning, inside, last or only token of a name (BILOU).
#include <cstdint>
#include <morgue/entity.hpp>
#include <vector>

namespace morgue::entities {

using Label = std::uint8_t;

enum class Part : std::uint8_t { begin, inside, last, only };

inline constexpr Label outside = 0;
inline constexpr std::size_t kinds = 3;
inline constexpr std::size_t labels = 1 + 4 * kinds;

constexpr Label label(Entity::Kind kind, Part part) {
    return Label(1 + 4 * std::uint8_t(kind) + std::uint8_t(part));
}
constexpr Entity::Kind kind_of(Label label) {
    return Entity::Kind((label - 1) / 4);
}
constexpr Part part_of(Label label) {
    return Part((label - 1) % 4);
}

constexpr bool may_start(Label label) {
    return label == outside || part_of(label) == Part::begin || part_of(label) == Part::only;
}
constexpr bool may_end(Label label) {
    return label == outside || part_of(label) == Part::last || part_of(label) == Part::only;
}
constexpr bool may_follow(Label before, Label after) {
    if (may_end(before)) return may_start(after);
    return !may_start(after) && kind_of(before) == kind_of(after);
}

}  // namespace morgue::entities
