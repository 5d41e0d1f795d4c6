#pragma once
// SIGINT and SIGTERM asking long work to stop instead of ending the program at once. While one
// lives, the first signal requests a stop; the second ends the program as if it had been the first.
#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace morgue::cli {

class Interrupt {
public:
    Interrupt();  // before other threads are started: they inherit the blocked signals
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return source_.get_token(); }

    // 128 + the signal, as shells put it; 0 if none came.
    int exit_code() const { return signal_ ? 128 + signal_ : 0; }

private:
    void watch();

    std::stop_source source_;
    std::atomic<int> signal_ = 0;
    std::atomic<bool> over_ = false;
    sigset_t watched_{}, before_{};
    std::thread watcher_;
};

}  // namespace morgue::cli
