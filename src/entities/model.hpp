#pragma once
// All that was learnt and gathered beforehand, as it lies in one file (corpus/entities).
#include <string_view>

#include "entities/lexicon.hpp"
#include "entities/viterbi.hpp"
#include "entities/weights.hpp"

namespace morgue::entities {

// The head of the file. Behind it, each at a multiple of 64 bytes: lines of weights, keys and
// values of the gazetteer, keys and values of the meanings, the wider clusters. Little-endian.
struct ModelHeader {
    static constexpr std::array<char, 8> right_magic{'m', 'o', 'r', 'g', 'u', 'e', 'N', '2'};

    std::array<char, 8> magic{};
    std::uint32_t lines = 0, gazetteer = 0, meanings = 0, clusters = 0;
    std::array<std::array<std::int16_t, labels>, labels> transitions{};
};

struct ModelParts;

// A view of the file's bytes, which must outlive it and begin at a multiple of 64. Immutable.
struct Model {
    explicit Model(std::string_view file);
    explicit Model(const ModelParts& parts);

    Weights weights;
    Lexicon lexicon;
    Transitions<std::int32_t> transitions;
};

// The one that is part of the program.
const Model& built_in_model();

}  // namespace morgue::entities
