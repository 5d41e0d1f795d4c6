#include "story/overlap.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <vector>

#include "story/sketch.hpp"

using namespace morgue::story;

namespace {

using Words = std::vector<std::uint32_t>;

// Words drawn as they are in texts: some often, most seldom.
class Texts {
public:
    explicit Texts(std::uint32_t seed) : dice_(seed) {}

    Words text(std::size_t size) {
        Words out(size);
        for (std::uint32_t& word : out) word = word_();
        return out;
    }
    Words reworded(Words words, double share) {
        std::bernoulli_distribution changed(share);
        for (std::uint32_t& word : words)
            if (changed(dice_)) word = word_();
        return words;
    }

private:
    std::uint32_t word_() {
        std::geometric_distribution<std::uint32_t> rank(0.002);
        return std::uint32_t(spread(rank(dice_)));
    }
    std::mt19937 dice_;
};

Words joined(Words a, const Words& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// Slow and obvious.
std::set<Words> windows(const Words& words) {
    std::set<Words> out;
    for (std::size_t i = 0; i + 5 <= words.size(); ++i)
        out.insert(Words(words.begin() + std::ptrdiff_t(i), words.begin() + std::ptrdiff_t(i) + 5));
    return out;
}

Overlap slow_overlap(const Words& a, const Words& b) {
    const auto x = windows(a), y = windows(b);
    Overlap out{0, std::min(x.size(), y.size()), std::max(x.size(), y.size())};
    for (const Words& window : x) out.common += y.contains(window);
    return out;
}

Overlap fast_overlap(const Words& a, const Words& b) {
    return overlap(shingle_set(a), shingle_set(b));
}

Sketch sketch_of(const Words& words, const Words& heading = {}) {
    Sketcher sketcher;
    for (const std::uint32_t word : heading) sketcher.heading(word);
    for (const std::uint32_t word : words) sketcher.text(word);
    return sketcher.finish();
}

std::size_t shared(const Sketch& a, const Sketch& b) {
    std::vector<std::uint32_t> both;
    std::set_intersection(a.keys.begin(), a.keys.end(), b.keys.begin(), b.keys.end(),
                          std::back_inserter(both));
    return both.size();
}

double estimate(const Words& a, const Words& b) {
    const Sketch x = sketch_of(a), y = sketch_of(b);
    return estimated_containment(shared(x, y), x.shingles, x.reach(), y.shingles, y.reach());
}

}  // namespace

TEST_CASE("overlap is that of the sets of five words in a row", "[story]") {
    Texts texts(1);
    std::mt19937 dice(2);
    for (int round = 0; round < 300; ++round) {
        const Words a = texts.text(dice() % 200);
        Words b = dice() % 2 ? texts.reworded(a, 0.1) : texts.text(dice() % 200);
        if (dice() % 2) b.resize(b.size() * (dice() % 100) / 100);
        if (dice() % 3 == 0) b = joined(b, texts.text(dice() % 50));
        const Overlap slow = slow_overlap(a, b), fast = fast_overlap(a, b);
        INFO("round " << round);
        CHECK(fast.common == slow.common);
        CHECK(fast.shorter == slow.shorter);
        CHECK(fast.longer == slow.longer);
        CHECK(fast.resemblance() == slow.resemblance());
    }
}

TEST_CASE("edited copies are copies, other texts are not", "[story]") {
    Texts texts(3);
    for (int round = 0; round < 100; ++round) {
        const Words wire = texts.text(150 + 10 * std::size_t(round)), other = texts.text(400);
        Words half = wire;
        half.resize(wire.size() / 2);
        Words first = wire;
        first.resize(wire.size() / 8);
        INFO("round " << round);
        CHECK(is_copy(fast_overlap(wire, wire)));
        CHECK(is_copy(fast_overlap(wire, half)));
        CHECK(is_copy(fast_overlap(wire, texts.reworded(wire, 0.05))));
        CHECK(is_copy(fast_overlap(wire, joined(texts.text(30), wire))));
        CHECK(is_kin(fast_overlap(texts.reworded(wire, 0.05), texts.reworded(wire, 0.05))));
        CHECK_FALSE(is_kin(fast_overlap(wire, other)));
        CHECK_FALSE(is_copy(fast_overlap(wire, joined(other, first))));  // quotes a paragraph
        CHECK_FALSE(is_copy(fast_overlap(wire, first)));                 // a brief
    }
}

TEST_CASE("what two sketches share tells the overlap of their texts", "[story]") {
    Texts texts(5);
    double error = 0, worst = 0;
    for (int round = 0; round < 200; ++round) {
        const Words wire = texts.text(400);
        Words copy = texts.reworded(wire, 0.01 * (round % 8));
        copy.resize(round % 3 ? 400 : 150);
        copy = joined(copy, texts.text(20));
        const double off = estimate(wire, copy) - fast_overlap(wire, copy).containment();
        error += off;
        worst = std::max(worst, std::abs(off));
    }
    CHECK(std::abs(error / 200) < 0.03);
    CHECK(worst < 0.4);
    CHECK(estimate(texts.text(400), texts.text(400)) < 0.2);
}

TEST_CASE("a sketch keeps the least keys, each once", "[story]") {
    Texts texts(7);
    for (const std::size_t size : {0u, 4u, 5u, 19u, 20u, 60u, 5000u}) {
        const Words words = texts.text(size);
        std::set<std::uint32_t> keys;
        for (const std::uint64_t shingle : shingle_set(words))
            keys.insert(std::uint32_t(shingle >> 32));
        std::vector<std::uint32_t> least(keys.begin(), keys.end());
        if (least.size() > sketch_keys) least.resize(sketch_keys);
        if (size < 20) least.clear();  // too short to be like another text
        CHECK(sketch_of(words).keys == least);
    }
}

TEST_CASE("the heading counts for a short text alone", "[story]") {
    Texts texts(9);
    const Words brief = texts.text(12), text = texts.text(100), one = {1, 2}, two = {1, 3};
    CHECK(sketch_of(brief, one).text == sketch_of(brief, one).text);
    CHECK(sketch_of(brief, one).text != sketch_of(brief, two).text);
    CHECK(sketch_of(text, one) == sketch_of(text, two));
    CHECK(sketch_of({}, one).text == 0);
    CHECK(sketch_of({7, 8}).text != sketch_of({8, 7}).text);
}

TEST_CASE("a million equal words are one shingle", "[story]") {
    const Words words(1'000'000, 7);
    CHECK(shingle_set(words).size() == 1);
    const Sketch sketch = sketch_of(words);
    CHECK(sketch.keys.size() == 1);
    CHECK(sketch.shingles == 999'996);
    CHECK_FALSE(is_copy(fast_overlap(words, Words(10, 7))));
}
