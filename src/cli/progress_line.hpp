#pragma once
// The line on a terminal that says how far long work has come. Nothing where nobody looks.
#include <chrono>
#include <morgue/ingest.hpp>

#include "cli/console.hpp"

namespace morgue::cli {

class ProgressLine {
public:
    explicit ProgressLine(Console& console);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    // Draws at most ten times a second.
    void update(const IngestProgress& progress);

    // Takes the line away, so that something else can be printed.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    Console& console_;
    bool wanted_, drawn_ = false;
    Clock::time_point start_ = Clock::now(), last_ = start_;
};

}  // namespace morgue::cli
