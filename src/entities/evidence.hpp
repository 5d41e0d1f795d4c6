#pragma once
// What speaks for a candidate being a person, an organisation or a place: from its own words and
// from the words around it. Points; about 10 of them make a weak case, 40 a strong one.
#include <array>
#include <vector>

#include "entities/candidates.hpp"

namespace morgue::entities {

struct Scores {
    std::array<int, 3> points{};  // by Entity::Kind

    int& person() { return points[0]; }
    int& organisation() { return points[1]; }
    int& place() { return points[2]; }
};

// From the name itself: the same at each mention.
Scores name_evidence(const std::vector<Token>& tokens, const Candidate& candidate);

// From the neighbourhood of one mention.
Scores context_evidence(const std::vector<Token>& tokens, const Candidate& candidate);

}  // namespace morgue::entities
