#include "core/ordered_queue.hpp"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

using Queue = morgue::core::OrderedQueue<int>;

namespace {

// Hands in 0, 1, 2, ..., of which every third needs no work; work makes n into n + 1000.
std::vector<int> sent_through(Queue& queue, int items, std::size_t weight, int workers) {
    std::vector<int> out;
    std::vector<std::jthread> threads;
    threads.emplace_back([&] {
        for (int i = 0; i < items; ++i)
            if (!queue.push(i, weight, i % 3 != 0)) return;
        queue.close();
    });
    for (int i = 0; i < workers; ++i)
        threads.emplace_back([&] { queue.work([](int& item) { item += 1000; }); });
    for (int item; queue.pop(item);) out.push_back(item);
    return out;
}

std::vector<int> expected(int items) {
    std::vector<int> out;
    for (int i = 0; i < items; ++i) out.push_back(i % 3 != 0 ? i + 1000 : i);
    return out;
}

}  // namespace

TEST_CASE("items come out in the order they went in, worked on") {
    for (const int workers : {1, 2, 7})
        for (const std::size_t weight : {0u, 1u, 300u, 100'000u, 5'000'000u}) {
            INFO(workers << " workers, weight " << weight);
            Queue queue(64, 1'000'000);
            CHECK(sent_through(queue, 2000, weight, workers) == expected(2000));
        }
}

TEST_CASE("a queue for one item at a time still moves") {
    Queue queue(1, 1);
    CHECK(sent_through(queue, 300, 1, 3) == expected(300));
}

TEST_CASE("one light item is handed on though no second one comes") {
    Queue queue(64, 1'000'000);
    std::jthread worker([&] { queue.work([](int& item) { item += 1000; }); });
    REQUIRE(queue.push(1, 1, true));
    int item = 0;
    REQUIRE(queue.pop(item));
    CHECK(item == 1001);
    queue.close();
    CHECK_FALSE(queue.pop(item));
}

TEST_CASE("a stop ends everybody's wait and drops what is under way") {
    Queue queue(2, 1'000'000);
    std::jthread worker([&] { queue.work([&](int&) { queue.stop(); }); });
    while (queue.push(1, 1, true)) {
    }
    int item = 0;
    CHECK_FALSE(queue.pop(item));
}
