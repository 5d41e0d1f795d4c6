#include "clusters.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iostream>
#include <numeric>
#include <random>
#include <vector>

#include "core/files.hpp"

namespace morgue::train {

namespace {

constexpr std::size_t dimensions = 100;

struct Vectors {
    std::vector<std::string> words;
    std::vector<float> values;  // `dimensions` for each word

    std::size_t size() const { return values.size() / dimensions; }
    const float* at(std::size_t n) const { return values.data() + n * dimensions; }
    float* at(std::size_t n) { return values.data() + n * dimensions; }
};

// The JSON is one object of words, each with an array; nothing else of JSON occurs in it.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {
        at_ = text_.find("\"vectors\":{") + std::string_view("\"vectors\":{").size();
    }

    bool next(Vectors& to) {
        if (at_ >= text_.size() || text_[at_] != '"') return false;
        std::string word = string();
        at_ = text_.find('[', at_) + 1;
        for (std::size_t n = 0; n < dimensions; ++n) to.values.push_back(number());
        to.words.push_back(std::move(word));
        at_ = text_.find(']', at_) + 1;
        if (at_ < text_.size() && text_[at_] == ',') ++at_;
        return true;
    }

private:
    std::string string() {
        std::string out;
        for (++at_; text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\') ++at_;
            out += text_[at_];
        }
        return out;
    }

    float number() {
        float value = 0;
        const char* end = text_.data() + text_.size();
        at_ = std::size_t(std::from_chars(text_.data() + at_, end, value).ptr - text_.data()) + 1;
        return value;
    }

    std::string_view text_;
    std::size_t at_;
};

void normalise(float* vector) {
    const double length = std::sqrt(std::inner_product(vector, vector + dimensions, vector, 1e-9));
    for (std::size_t d = 0; d < dimensions; ++d) vector[d] = float(vector[d] / length);
}

void centre(Vectors& vectors) {
    std::vector<double> mean(dimensions);
    for (std::size_t n = 0; n < vectors.values.size(); ++n)
        mean[n % dimensions] += vectors.values[n] / double(vectors.size());
    for (std::size_t n = 0; n < vectors.values.size(); ++n)
        vectors.values[n] -= float(mean[n % dimensions]);
    for (std::size_t n = 0; n < vectors.size(); ++n) normalise(vectors.at(n));
}

// Spherical k-means.
class KMeans {
public:
    KMeans(const Vectors& points, std::size_t count, int rounds) : points_(points), count_(count) {
        start();
        for (int round = 0; round < rounds; ++round) {
            assign();
            move();
        }
        assign();
    }

    const std::vector<std::uint32_t>& nearest() const { return nearest_; }
    const Vectors& centres() const { return centres_; }

private:
    // Begins with random words of the frequent ones.
    void start() {
        std::vector<std::size_t> order(std::min(points_.size(), count_ * 10));
        std::iota(order.begin(), order.end(), 0u);
        for (std::size_t n = order.size(); n > 1; --n)
            std::swap(order[n - 1], order[random_() % n]);
        for (std::size_t k = 0; k < count_; ++k)
            centres_.values.insert(centres_.values.end(), points_.at(order[k]),
                                   points_.at(order[k]) + dimensions);
        nearest_.assign(points_.size(), 0);
    }

    void assign() {
        std::vector<float> columns(dimensions * count_), scores(count_);
        for (std::size_t k = 0; k < count_; ++k)
            for (std::size_t d = 0; d < dimensions; ++d)
                columns[d * count_ + k] = centres_.at(k)[d];
        for (std::size_t n = 0; n < points_.size(); ++n) {
            std::ranges::fill(scores, 0.0f);
            for (std::size_t d = 0; d < dimensions; ++d) {
                const float x = points_.at(n)[d];
                const float* column = &columns[d * count_];
                for (std::size_t k = 0; k < count_; ++k) scores[k] += x * column[k];
            }
            nearest_[n] = std::uint32_t(std::ranges::max_element(scores) - scores.begin());
        }
    }

    void move() {
        std::ranges::fill(centres_.values, 0.0f);
        std::vector<std::size_t> sizes(count_);
        for (std::size_t n = 0; n < points_.size(); ++n) {
            ++sizes[nearest_[n]];
            for (std::size_t d = 0; d < dimensions; ++d)
                centres_.at(nearest_[n])[d] += points_.at(n)[d];
        }
        for (std::size_t k = 0; k < count_; ++k) {
            if (sizes[k] == 0)
                std::copy_n(points_.at(random_() % points_.size()), dimensions, centres_.at(k));
            normalise(centres_.at(k));
        }
    }

    const Vectors& points_;
    std::size_t count_;
    std::mt19937 random_{7};
    Vectors centres_;
    std::vector<std::uint32_t> nearest_;
};

}  // namespace

void make_clusters(const std::string& from, const std::string& to, const ClusterOptions& options) {
    const core::MappedFile text(from);
    Vectors vectors;
    for (Reader reader(text.bytes());
         vectors.words.size() < options.words && reader.next(vectors);) {
    }
    centre(vectors);
    const KMeans fine(vectors, options.fine, options.rounds);
    const KMeans middle(fine.centres(), options.middle, 2 * options.rounds);
    const KMeans coarse(middle.centres(), options.coarse, 2 * options.rounds);
    std::ofstream out(to);
    for (std::size_t n = 0; n < vectors.size(); ++n) {
        const std::uint32_t cluster = fine.nearest()[n], wider = middle.nearest()[cluster];
        out << vectors.words[n] << '\t' << cluster << '\t' << wider << '\t'
            << coarse.nearest()[wider] << '\n';
    }
    std::cerr << vectors.size() << " words in clusters\n";
}

}  // namespace morgue::train
