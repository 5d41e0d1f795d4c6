#pragma once
// The weights of features: a hash table of rows of small integers, a cache line of four rows at a
// time. Integers only, so that every machine finds the same names.
#include <array>
#include <cstdint>
#include <span>

#include "entities/label.hpp"

namespace morgue::entities {

inline constexpr std::size_t row_width = 16;  // labels, padded

// A feature's weight for each label; the last two bytes are its fingerprint, 0 in a free row.
using Row = std::array<std::int8_t, row_width>;

struct alignas(64) Line {
    std::array<Row, 4> rows;
};

constexpr std::uint16_t row_fingerprint(std::uint64_t feature) {
    return std::uint16_t((feature >> 48) | 1);
}
constexpr std::size_t row_line(std::uint64_t feature, std::size_t lines) {
    return std::size_t(((feature & 0xFFFFFFFF) * lines) >> 32);
}

// Sums over a token's features; entries past the last label mean nothing.
using Scores = std::array<std::int16_t, row_width>;

class Weights {
public:
    explicit Weights(std::span<const Line> lines) : lines_(lines) {}

    // Adds the rows of the features to `scores`.
    void add(std::span<const std::uint64_t> features, Scores& scores) const;

    // The same without vector instructions; for other machines, and to compare.
    void add_portably(std::span<const std::uint64_t> features, Scores& scores) const;

    void prefetch(std::uint64_t feature) const {
        __builtin_prefetch(&lines_[row_line(feature, lines_.size())]);
    }

private:
    std::span<const Line> lines_;
};

}  // namespace morgue::entities
