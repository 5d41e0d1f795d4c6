#pragma once
// A list of what is found, one by one: for people the first ten, or --limit, and then how many
// there are; for programs (--format jsonl) all, each printed as it comes.
#include <limits>
#include <string>
#include <utility>

#include "cli/console.hpp"
#include "cli/options.hpp"

namespace morgue::cli {

class Listing {
public:
    Listing(const Arguments& arguments, Console& console)
        : console_(console),
          lines_(arguments.value("format", "text") == "jsonl"),
          limit_(
              arguments.number("limit", lines_ ? std::numeric_limits<std::uint64_t>::max() : 10)) {}

    // As lines of JSON.
    bool lines() const { return lines_; }

    // Lets `print` append the next one; false when there are enough.
    template <class F>
    bool take(F&& print) {
        if (shown_ == limit_) return false;
        ++shown_;
        print(out_);
        if (lines_) console_.write(std::exchange(out_, {}));
        return true;
    }

    // Lets `print` append, for people, that so many are shown.
    template <class F>
    void finish(F&& print) {
        if (lines_) return;
        print(out_, shown_);
        console_.page(out_);
    }

private:
    Console& console_;
    bool lines_;
    std::uint64_t limit_, shown_ = 0;
    std::string out_;
};

}  // namespace morgue::cli
