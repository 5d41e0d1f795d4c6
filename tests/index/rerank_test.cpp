#include "index/rerank.hpp"

#include <catch2/catch.hpp>

#include "query/parse.hpp"

using namespace morgue;

namespace {

// The runs, parted by bars.
std::string runs(const std::string& query, bool question = false) {
    std::string out;
    for (const auto& run :
         index::words_of(query::parse(query, {.any = question, .now = {}}).expr, question).runs) {
        out += out.empty() ? "" : " | ";
        for (std::size_t i = 0; i < run.size(); ++i) out += (i ? " " : "") + run[i];
    }
    return out;
}

std::size_t near_by_brute_force(const std::vector<std::uint32_t>& a,
                                const std::vector<std::uint32_t>& b, std::uint32_t near) {
    std::size_t pairs = 0;
    for (const std::uint32_t x : a)
        for (const std::uint32_t y : b) pairs += (x > y ? x - y : y - x) <= near;
    return pairs;
}

}  // namespace

TEST_CASE("words that are needed side by side are a run, stop words left out", "[index][ranking]") {
    CHECK(runs("oil price cap") == "oil price cap");
    CHECK(runs("price of oil") == "price oil");
    CHECK(runs("oil") == "");
    CHECK(runs("oil OR gas") == "");
    CHECK(runs("(price cap) OR (oil embargo)") == "price cap | oil embargo");
    CHECK(runs("oil price source:reuters north sea") == "oil price | north sea");
    CHECK(runs("oil headline:price cap") == "");
    CHECK(runs("oil -gas price") == "oil price");
    CHECK(runs("oil price cap", true) == "oil price cap");
}

TEST_CASE("only so many words of a query are looked at again", "[index][ranking]") {
    std::string query;
    for (int i = 0; i < 1'000; ++i) query += "w" + std::to_string(i) + " ";
    CHECK(index::words_of(query::parse(query).expr, false).count == 64);
}

TEST_CASE("pairs within a distance are counted as by brute force", "[index][ranking]") {
    std::uint32_t state = 7;
    const auto random = [&](std::uint32_t below) {
        state = state * 1'664'525 + 1'013'904'223;
        return (state >> 8) % below;
    };
    for (int round = 0; round < 200; ++round) {
        std::vector<std::uint32_t> a, b;
        for (auto* list : {&a, &b}) {
            std::uint32_t at = 0;
            for (std::uint32_t n = random(12); n > 0; --n) list->push_back(at += 1 + random(9));
        }
        const std::uint32_t near = random(10);
        CHECK(index::count_near(a, b, near) == near_by_brute_force(a, b, near));
    }
}
