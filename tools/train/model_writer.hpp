#pragma once
// Lays out what was learnt and gathered as a model file (src/entities/model.hpp).
#include <string>
#include <vector>

#include "entities/model.hpp"
#include "gazetteer.hpp"

namespace morgue::train {

// Places for features: four a line of 64 bytes.
inline constexpr std::size_t model_lines = 26'000;

// A feature's weights, rounded; the most important features come first.
struct WeightRow {
    std::uint64_t feature;
    entities::Row weights;
};

struct Learnt {
    std::vector<WeightRow> rows;
    std::array<std::array<std::int16_t, entities::labels>, entities::labels> transitions{};
};

// `clusters`: a file of make_clusters.
std::string model_file(const Learnt& learnt, const Gazetteer& gazetteer,
                       const std::string& clusters);

// A file's bytes where a Model can read them.
class AlignedBytes {
public:
    explicit AlignedBytes(std::string_view bytes);
    std::string_view bytes() const;

private:
    std::vector<entities::Line> storage_;
    std::size_t size_;
};

}  // namespace morgue::train
