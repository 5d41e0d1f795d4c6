#include "cli/interrupt.hpp"

#include <pthread.h>
#include <unistd.h>

#include <chrono>
#include <string_view>

namespace morgue::cli {

namespace {

constexpr int wake = SIGUSR1;  // from the destructor to the watcher

void end_by(int signal) {
    std::signal(signal, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    ::raise(signal);
}

void say(std::string_view text) {
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

Interrupt::Interrupt() {
    sigemptyset(&watched_);
    for (const int signal : {SIGINT, SIGTERM, wake}) sigaddset(&watched_, signal);
    pthread_sigmask(SIG_BLOCK, &watched_, &before_);
    watcher_ = std::thread([this] { watch(); });
}

Interrupt::~Interrupt() {
    over_ = true;
    pthread_kill(watcher_.native_handle(), wake);
    watcher_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interrupt::watch() {
    using Clock = std::chrono::steady_clock;
    Clock::time_point first;
    while (true) {
        int signal = 0;
        if (sigwait(&watched_, &signal) != 0) continue;
        if (over_) return;
        if (signal == wake) continue;
        if (signal_ != 0) {
            // Some senders, `timeout` among them, signal a process and its group: that is once.
            if (Clock::now() - first > std::chrono::milliseconds(500)) end_by(signal);
            continue;
        }
        first = Clock::now();
        signal_ = signal;
        say("\nmorgue: stopping (once more: at once)\n");
        source_.request_stop();
    }
}

}  // namespace morgue::cli
