#pragma once
// The time of day in a date: "10:15:30.5 +0200", "4:05 p.m. EDT", "16h30", "10.15 Uhr".
#include <morgue/date.hpp>
#include <optional>

#include "extract/date_tokens.hpp"

namespace morgue::extract {

struct Clock {
    unsigned hour = 0, minute = 0, second = 0;
    bool has_second = false;
    bool possible = true;       // 25:00 is not
    std::optional<int> offset;  // minutes east of UTC

    void set(Date& date) const;
};

// The clock at token `at`, words that lead up to it included; `at` is moved past it, or left
// alone where there is none.
std::optional<Clock> read_clock(const DateTokens& tokens, std::size_t& at);

// The time zone at token `at`, in the same manner.
std::optional<int> read_zone(const DateTokens& tokens, std::size_t& at);

}  // namespace morgue::extract
