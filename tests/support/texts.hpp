#pragma once
// Invented texts, edited as newspapers edit; the same for the same seed.
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using Words = std::vector<std::string>;

inline Words operator+(Words a, const Words& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

inline std::string text(const Words& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

class Texts {
public:
    explicit Texts(std::uint32_t seed) : dice_(seed) {}

    Words words(std::size_t count) {
        Words out;
        while (out.size() < count) out.push_back(word());
        return out;
    }
    // Each word is another one with this probability.
    Words reworded(Words words, double share) {
        for (std::string& each : words)
            if (unit() < share) each = word();
        return words;
    }

private:
    double unit() { return double(dice_()) / 4294967296.0; }
    // Some often, most seldom.
    std::string word() {
        std::uint32_t rank = std::uint32_t(std::exp(unit() * 8.5));
        std::string out;
        for (const char* vowels = "aeiou"; rank > 0; rank /= 100)
            out += std::string(1, "bcdfghklmnprstvwyzxj"[rank % 20]) + vowels[rank / 20 % 5];
        return out;
    }
    std::mt19937 dice_;
};
