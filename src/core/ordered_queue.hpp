#pragma once
// Items that one thread hands in, several work on at once, and one takes out in the order they came
// in. Bounded: handing in waits while too much is under way.
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

namespace morgue::core {

// Any number of threads.
template <class Item>
class OrderedQueue {
public:
    // At most so many items, and so much weight of them (one item may always enter).
    OrderedQueue(std::size_t most_items, std::size_t most_weight)
        : most_items_(most_items), most_weight_(most_weight) {}

    // False when the queue was stopped and the item dropped.
    bool push(Item item, std::size_t weight, bool needs_work) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] {
            return stopped_ || slots_.empty() ||
                   (slots_.size() < most_items_ && weight_ + weight <= most_weight_);
        });
        if (stopped_) return false;
        slots_.push_back(std::make_unique<Slot>(
            Slot{std::move(item), weight, needs_work ? State::fresh : State::done}));
        weight_ += weight;
        changed_.notify_all();
        return true;
    }

    // No more items will come.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

    // Everybody returns as soon as may be.
    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = closed_ = true;
        changed_.notify_all();
    }

    // Works on items with f(Item&) until there are no more.
    template <class F>
    void work(F&& f) {
        std::unique_lock lock(mutex_);
        while (true) {
            Slot* slot = nullptr;
            changed_.wait(lock, [&] {
                slot = fresh();
                return slot || closed_;
            });
            if (stopped_ || !slot) return;
            slot->state = State::taken;
            lock.unlock();
            f(slot->item);
            lock.lock();
            slot->state = State::done;
            changed_.notify_all();
        }
    }

    // The next item in order, worked on; false at the end or when stopped.
    bool pop(Item& to) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] {
            return stopped_ || (slots_.empty() ? closed_ : slots_.front()->state == State::done);
        });
        if (stopped_ || slots_.empty()) return false;
        to = std::move(slots_.front()->item);
        weight_ -= slots_.front()->weight;
        slots_.pop_front();
        changed_.notify_all();
        return true;
    }

private:
    enum class State { fresh, taken, done };
    struct Slot {
        Item item;
        std::size_t weight;
        State state;
    };

    Slot* fresh() {
        for (const auto& slot : slots_)
            if (slot->state == State::fresh) return slot.get();
        return nullptr;
    }

    const std::size_t most_items_, most_weight_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::unique_ptr<Slot>> slots_;  // in order of arrival
    std::size_t weight_ = 0;
    bool closed_ = false, stopped_ = false;
};

}  // namespace morgue::core
