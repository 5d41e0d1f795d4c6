#pragma once
// Items that one thread hands in, several work on at once, and one takes out in the order they came
// in. Bounded: handing in waits while too much is under way.
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

namespace morgue::core {

// Any number of threads. Whoever waits is woken late rather than often: the taker when a stride of
// items is done or nothing is left to do, the giver when half of the room is free.
template <class Item>
class OrderedQueue {
public:
    // At most so many items, and so much weight of them (one item may always enter).
    OrderedQueue(std::size_t most_items, std::size_t most_weight)
        : most_items_(most_items), most_weight_(most_weight) {}

    // False when the queue was stopped and the item dropped.
    bool push(Item item, std::size_t weight, bool needs_work) {
        std::unique_lock lock(mutex_);
        if (!has_room(weight)) room_.wait(lock, [&] { return stopped_ || has_room(weight); });
        if (stopped_) return false;
        slots_.push_back(std::make_unique<Slot>(std::move(item), weight, !needs_work));
        weight_ += weight;
        if (needs_work) {
            fresh_.push_back(slots_.back().get());
            work_.notify_one();
        } else if (fresh_.empty()) {
            done_.notify_one();
        }
        return true;
    }

    // No more items will come.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        wake_everybody();
    }

    // Everybody returns as soon as may be.
    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = closed_ = true;
        wake_everybody();
    }

    // Works on items with f(Item&) until there are no more.
    template <class F>
    void work(F&& f) {
        std::unique_lock lock(mutex_);
        while (true) {
            work_.wait(lock, [&] { return closed_ || !fresh_.empty(); });
            if (stopped_ || fresh_.empty()) return;
            Slot* const slot = fresh_.front();
            fresh_.pop_front();
            lock.unlock();
            f(slot->item);
            lock.lock();
            slot->done = true;
            unannounced_ += slot->weight;
            if (unannounced_ >= stride || fresh_.empty()) {
                unannounced_ = 0;
                done_.notify_one();
            }
        }
    }

    // The next item in order, worked on; false at the end or when stopped.
    bool pop(Item& to) {
        std::unique_lock lock(mutex_);
        done_.wait(lock,
                   [&] { return stopped_ || (slots_.empty() ? closed_ : slots_.front()->done); });
        if (stopped_ || slots_.empty()) return false;
        to = std::move(slots_.front()->item);
        weight_ -= slots_.front()->weight;
        slots_.pop_front();
        if (slots_.size() <= most_items_ / 2 && weight_ <= most_weight_ / 2) room_.notify_one();
        return true;
    }

private:
    struct Slot {
        Slot(Item&& given, std::size_t its_weight, bool is_done)
            : item(std::move(given)), weight(its_weight), done(is_done) {}
        Item item;
        std::size_t weight;
        bool done;
    };

    static constexpr std::size_t stride = 64u << 10;  // of weight

    bool has_room(std::size_t weight) const {
        return slots_.empty() || (slots_.size() < most_items_ && weight_ + weight <= most_weight_);
    }
    void wake_everybody() {
        room_.notify_all();
        work_.notify_all();
        done_.notify_all();
    }

    const std::size_t most_items_, most_weight_;
    std::mutex mutex_;
    std::condition_variable room_, work_, done_;
    std::deque<std::unique_ptr<Slot>> slots_;  // in order of arrival
    std::deque<Slot*> fresh_;                  // those nobody has begun
    std::size_t weight_ = 0;
    std::size_t unannounced_ = 0;  // weight done since the taker was last woken
    bool closed_ = false, stopped_ = false;
};

}  // namespace morgue::core
