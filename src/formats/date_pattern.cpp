#include "formats/date_pattern.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace morgue::formats {

namespace {

constexpr std::string_view directives = "YymdejbBHIpMSfzs%";

constexpr std::string_view months[] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

class PatternReader {
public:
    explicit PatternReader(std::string_view text) : rest_(text) {}

    std::optional<Date> read(std::string_view pattern) {
        skip_blanks();
        for (std::size_t at = 0; at < pattern.size(); ++at) {
            const char c = pattern[at];
            const bool directive = c == '%' && at + 1 < pattern.size();
            if (is_blank(c)) {
                skip_blanks();
            } else if (!(directive ? read_directive(pattern[++at]) : take(c))) {
                return std::nullopt;
            }
        }
        return finish();
    }

private:
    void skip_blanks() {
        while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
    }

    bool take(char c) {
        if (rest_.empty() || lower(rest_.front()) != lower(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool number(std::size_t most, unsigned& value) {
        std::size_t size = 0;
        value = 0;
        while (size < most && size < rest_.size() && is_digit(rest_[size]))
            value = value * 10 + unsigned(rest_[size++] - '0');
        rest_.remove_prefix(size);
        return size > 0;
    }

    bool fine(Date::Precision precision) {
        date_.precision = std::max(date_.precision, precision);
        return true;
    }

    bool read_directive(char directive) {
        unsigned value = 0;
        using enum Date::Precision;
        switch (directive) {
            case 'Y':
                if (!number(4, value)) return false;
                date_.year = int(value);
                return true;
            case 'y':
                if (!number(2, value)) return false;
                date_.year = int(value) + (value < 70 ? 2000 : 1900);
                return true;
            case 'm':
                return number(2, date_.month) && fine(month);
            case 'b':
            case 'B':
                return month_name() && fine(month);
            case 'd':
                return number(2, date_.day) && fine(day);
            case 'e':
                skip_blanks();
                return number(2, date_.day) && fine(day);
            case 'j':
                return number(3, day_of_year_) && fine(day);
            case 'H':
            case 'I':
                return number(2, date_.hour) && fine(minute);
            case 'p':
                return half_of_day();
            case 'M':
                return number(2, date_.minute) && fine(minute);
            case 'S':
                return number(2, date_.second) && fine(second);
            case 'f':
                return number(9, value);
            case 'z':
                return zone();
            case 's':
                return timestamp();
            default:
                return take('%');
        }
    }

    bool month_name() {
        for (std::size_t i = 0; i < std::size(months); ++i) {
            const std::string_view name = months[i];
            std::size_t same = 0;
            while (same < name.size() && same < rest_.size() && lower(rest_[same]) == name[same])
                ++same;
            if (same < 3) continue;
            rest_.remove_prefix(same);
            date_.month = unsigned(i + 1);
            return true;
        }
        return false;
    }

    bool half_of_day() {
        afternoon_ = !rest_.empty() && lower(rest_.front()) == 'p';
        half_known_ = true;
        if (!afternoon_ && !take('a')) return false;
        if (afternoon_) take('p');
        take('.');
        return take('m') && (take('.'), true);
    }

    bool zone() {
        if (take('z')) return date_.offset = 0, true;
        const int sign = take('+') ? 1 : take('-') ? -1 : 0;
        unsigned hours = 0, minutes = 0;
        if (sign == 0 || !number(2, hours)) return false;
        take(':');
        number(2, minutes);
        if (hours > 18 || minutes > 59) return false;
        date_.offset = sign * int(hours * 60 + minutes);
        return true;
    }

    bool timestamp() {
        std::int64_t seconds = 0;
        const auto [end, error] =
            std::from_chars(rest_.data(), rest_.data() + rest_.size(), seconds);
        constexpr std::int64_t last = 253'402'300'799;  // of the year 9999
        if (error != std::errc{} || seconds < 0 || seconds > last) return false;
        rest_.remove_prefix(std::size_t(end - rest_.data()));
        date_ = utc_date(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
        return true;
    }

    std::optional<Date> finish() {
        if (date_.year < 1) return std::nullopt;
        if (half_known_) {
            if (date_.hour > 12) return std::nullopt;
            date_.hour = date_.hour % 12 + (afternoon_ ? 12 : 0);
        }
        if (day_of_year_ > 0 && !use_day_of_year()) return std::nullopt;
        const std::chrono::year_month_day day{std::chrono::year(date_.year),
                                              std::chrono::month(date_.month),
                                              std::chrono::day(date_.day)};
        if (!day.ok() || date_.hour > 23 || date_.minute > 59 || date_.second > 59)
            return std::nullopt;
        return date_;
    }

    bool use_day_of_year() {
        using namespace std::chrono;
        const sys_days first = year(date_.year) / January / 1;
        const year_month_day found(first + days(day_of_year_ - 1));
        date_.month = unsigned(found.month());
        date_.day = unsigned(found.day());
        return int(found.year()) == date_.year;
    }

    std::string_view rest_;
    Date date_{.precision = Date::Precision::year};
    unsigned day_of_year_ = 0;
    bool afternoon_ = false, half_known_ = false;
};

}  // namespace

std::optional<Date> read_date(std::string_view text, std::string_view pattern) {
    return PatternReader(text).read(pattern);
}

char unknown_directive(std::string_view pattern) {
    for (std::size_t at = 0; at + 1 < pattern.size(); ++at)
        if (pattern[at] == '%' && directives.find(pattern[++at]) == directives.npos)
            return pattern[at];
    return 0;
}

std::optional<Date> read_timestamp(std::string_view text) {
    if (!std::ranges::all_of(text, is_digit)) return std::nullopt;
    const bool milliseconds = text.size() == 12 || text.size() == 13;
    if (!milliseconds && text.size() != 9 && text.size() != 10) return std::nullopt;
    return read_date(text.substr(0, text.size() - (milliseconds ? 3 : 0)), "%s");
}

}  // namespace morgue::formats
