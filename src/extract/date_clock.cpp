#include "extract/date_clock.hpp"

#include "extract/date_names.hpp"

namespace morgue::extract {
namespace {

constexpr int most_offset = 14 * 60;  // Kiribati

// "+02:00", "+0200", "-04", "+2" after a sign that touches its digits.
std::optional<int> numeric_offset(const DateTokens& tokens, std::size_t& at) {
    if (!tokens[at].is_mark_of("+-")) return std::nullopt;
    const auto& hours = tokens[at + 1];
    if (hours.spaced || !hours.is_number(1, 4)) return std::nullopt;
    const int sign = tokens[at].is_mark('-') ? -1 : 1;
    int minutes = 0;
    auto end = at + 2;
    if (hours.text.size() == 4) {
        minutes = int(hours.value / 100 * 60 + hours.value % 100);
    } else if (hours.text.size() <= 2) {
        minutes = int(hours.value * 60);
        if (tokens[end].is_mark(':') && tokens[end + 1].is_number(2, 2) && !tokens[end].spaced) {
            minutes += int(tokens[end + 1].value);
            end += 2;
        }
    } else {
        return std::nullopt;
    }
    if (minutes > most_offset || minutes % 60 % 15 != 0) return std::nullopt;
    at = end;
    return sign * minutes;
}

// Moves past "am", "p.m.", "a. m."; returns 'a' or 'p', or 0.
char read_half(const DateTokens& tokens, std::size_t& at) {
    const auto& first = tokens[at];
    if (first.is_word("am") || first.is_word("pm")) {
        at += tokens[at + 1].is_mark('.') && !tokens[at + 1].spaced ? 2 : 1;
        return first.text.front();
    }
    if (!first.is_word("a") && !first.is_word("p")) return 0;
    auto next = at + 1;
    if (tokens[next].is_mark('.')) ++next;
    if (!tokens[next].is_word("m")) return 0;
    ++next;
    if (tokens[next].is_mark('.')) ++next;
    at = next;
    return first.text.front();
}

void apply_half(Clock& clock, char half) {
    if (half == 'p' && clock.hour < 12) clock.hour += 12;
    if (half == 'a' && clock.hour == 12) clock.hour = 0;
}

// ":30" and its fraction, ".79", which is dropped.
void read_seconds(const DateTokens& tokens, std::size_t& at, Clock& clock) {
    if (!tokens[at].is_mark(':') || tokens[at].spaced || !tokens[at + 1].is_number(2, 2)) return;
    clock.second = tokens[at + 1].value;
    clock.has_second = true;
    at += 2;
    if (tokens[at].is_mark_of(".,:") && !tokens[at].spaced && tokens[at + 1].is_number(1, 12) &&
        !tokens[at + 1].spaced)
        at += 2;
}

// "101500" or "1015" as ISO 8601's basic form has it after its T.
std::optional<Clock> basic_clock(const DateTokens& tokens, std::size_t& at) {
    const auto& number = tokens[at];
    if (!number.is_number(4, 4) && !number.is_number(6, 6)) return std::nullopt;
    Clock clock;
    auto value = number.value;
    if (number.text.size() == 6) {
        clock.has_second = true;
        clock.second = value % 100;
        value /= 100;
    }
    clock.minute = value % 100;
    clock.hour = value / 100;
    ++at;
    if (tokens[at].is_mark_of(".,") && !tokens[at].spaced && tokens[at + 1].is_number(1, 12) &&
        !tokens[at + 1].spaced)
        at += 2;
    return clock;
}

// "10:15", "10:15:30", "16h30", "16h", "10.15 Uhr", "16 Uhr", "4 p.m."
std::optional<Clock> plain_clock(const DateTokens& tokens, std::size_t& at) {
    if (!tokens[at].is_number(1, 2)) return std::nullopt;
    Clock clock{.hour = tokens[at].value, .offset = {}};
    auto next = at + 1;
    const auto minute = [&](std::size_t i) {
        return tokens[i].is_number(2, 2) && !tokens[i].spaced;
    };
    const bool unspaced = !tokens[next].spaced;
    if (tokens[next].is_mark(':') && unspaced && minute(next + 1)) {
        clock.minute = tokens[next + 1].value;
        next += 2;
        read_seconds(tokens, next, clock);
    } else if (tokens[next].is_word("h")) {
        if (minute(next + 1)) clock.minute = tokens[++next].value;
        ++next;
    } else {
        auto after = next;
        if (tokens[next].is_mark('.') && minute(next + 1)) after = next + 2;
        auto half = after;
        if (!tokens[after].is_word("uhr") && !read_half(tokens, half)) return std::nullopt;
        if (after != next) clock.minute = tokens[next + 1].value;
        next = after;
    }
    at = next;
    return clock;
}

}  // namespace

void Clock::set(Date& date) const {
    date.hour = hour;
    date.minute = minute;
    date.second = second;
    date.offset = offset;
    date.precision = has_second ? Date::Precision::second : Date::Precision::minute;
}

std::optional<int> read_zone(const DateTokens& tokens, std::size_t& at) {
    auto next = at;
    if (tokens[next].is_word("uhr")) ++next;
    if (tokens[next].is_mark('(')) ++next;
    std::optional<int> offset;
    if (tokens[next].is_word()) {
        offset = zone_offset(tokens[next].text);
        if (!offset) return std::nullopt;
        ++next;
        if (*offset == 0 && !tokens[next].spaced)
            if (const auto further = numeric_offset(tokens, next)) offset = further;
    } else {
        offset = numeric_offset(tokens, next);
    }
    if (offset) at = tokens[next].is_mark(')') ? next + 1 : next;
    return offset;
}

std::optional<Clock> read_clock(const DateTokens& tokens, std::size_t& at) {
    auto next = at;
    bool basic = tokens[at].is_number(6, 6) && !tokens[at].spaced;
    for (; next < at + 4; ++next) {
        const auto& token = tokens[next];
        if (token.is_mark_of(",-|@(:/.")) continue;
        if (!token.is_word() || !joins_clock(token.text)) break;
        basic = token.text == "t" && !token.spaced;
    }
    auto clock = basic ? basic_clock(tokens, next) : std::nullopt;
    if (!clock) clock = plain_clock(tokens, next);
    if (!clock) return std::nullopt;
    apply_half(*clock, read_half(tokens, next));
    clock->offset = read_zone(tokens, next);
    if (clock->second == 60) clock->second = 59;  // a leap second
    clock->possible = clock->hour < 24 && clock->minute < 60 && clock->second < 60;
    at = next;
    return clock;
}

}  // namespace morgue::extract
