#include <morgue/date.hpp>

#include <array>
#include <charconv>
#include <string_view>

namespace morgue {

namespace {

using std::chrono::sys_days;
using std::chrono::sys_seconds;

bool exists(int year, unsigned month, unsigned day) {
    using namespace std::chrono;
    return year >= 1 && year <= 9999 &&
           year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}
               .ok();
}

void append_padded(std::string& to, unsigned number, std::size_t width) {
    const std::string digits = std::to_string(number);
    to.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
}

std::string offset_text(int minutes) {
    if (minutes == 0) return "Z";
    std::string out(1, minutes < 0 ? '-' : '+');
    const auto size = unsigned(minutes < 0 ? -minutes : minutes);
    append_padded(out, size / 60, 2);
    out += ':';
    append_padded(out, size % 60, 2);
    return out;
}

// Reads fixed-width numbers and single characters from the front of a text.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    bool number(std::size_t width, unsigned& to) {
        if (rest_.size() < width) return false;
        const auto* end = rest_.data() + width;
        const auto [stop, error] = std::from_chars(rest_.data(), end, to);
        if (error != std::errc{} || stop != end) return false;
        rest_.remove_prefix(width);
        return true;
    }
    bool skip(std::string_view any_of) {
        if (rest_.empty() || any_of.find(rest_.front()) == any_of.npos) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void skip_digits() {
        while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9')
            rest_.remove_prefix(1);
    }
    char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    bool done() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

// "Z", "+02:00", "+0200" or nothing.
bool read_offset(Scanner& in, Date& date) {
    if (in.skip("Zz")) {
        date.offset = 0;
        return true;
    }
    const bool west = in.peek() == '-';
    if (!in.skip("+-")) return true;
    unsigned hours = 0, minutes = 0;
    if (!in.number(2, hours)) return false;
    in.skip(":");
    if (!in.number(2, minutes) || hours > 18 || minutes > 59) return false;
    const int east = int(hours * 60 + minutes);
    date.offset = west ? -east : east;
    return true;
}

bool read_clock(Scanner& in, Date& date) {
    if (!in.number(2, date.hour) || !in.skip(":") || !in.number(2, date.minute)) return false;
    date.precision = Date::Precision::minute;
    if (in.skip(":")) {
        if (!in.number(2, date.second)) return false;
        date.precision = Date::Precision::second;
        if (in.skip(".,")) in.skip_digits();
    }
    if (date.second == 60) date.second = 59;  // a leap second
    return date.hour < 24 && date.minute < 60 && date.second < 60 && read_offset(in, date);
}

}  // namespace

std::string Date::iso() const {
    std::string out;
    append_padded(out, unsigned(year), 4);
    if (precision >= Precision::month) append_padded(out += '-', month, 2);
    if (precision >= Precision::day) append_padded(out += '-', day, 2);
    if (precision < Precision::minute) return out;
    append_padded(out += 'T', hour, 2);
    append_padded(out += ':', minute, 2);
    if (precision == Precision::second) append_padded(out += ':', second, 2);
    return offset ? out + offset_text(*offset) : out;
}

sys_seconds Date::first() const {
    using namespace std::chrono;
    const sys_days start{std::chrono::year{year} / int(month) / int(day)};
    return start + hours{hour} + minutes{minute} + seconds{second} - minutes{offset.value_or(0)};
}

sys_seconds Date::last() const {
    using namespace std::chrono;
    const seconds step{1};
    switch (precision) {
        case Precision::year:
            return sys_days{std::chrono::year{year + 1} / January / 1} - step;
        case Precision::month:
            return sys_days{(std::chrono::year{year} / int(month) / std::chrono::last)} + days{1} -
                   step;
        case Precision::day:
            return first() + days{1} - step;
        case Precision::minute:
            return first() + minutes{1} - step;
        case Precision::second:
            return first();
    }
    return first();
}

std::optional<Date> parse_iso_date(std::string_view text) {
    Scanner in(text);
    Date date;
    unsigned year = 0;
    if (!in.number(4, year)) return std::nullopt;
    date.year = int(year);
    date.precision = Date::Precision::year;
    if (in.skip("-")) {
        if (!in.number(2, date.month)) return std::nullopt;
        date.precision = Date::Precision::month;
        if (in.skip("-")) {
            if (!in.number(2, date.day)) return std::nullopt;
            date.precision = Date::Precision::day;
            if (in.skip("Tt ") && !read_clock(in, date)) return std::nullopt;
        }
    }
    if (!in.done() || !exists(date.year, date.month, date.day)) return std::nullopt;
    return date;
}

Date utc_date(sys_seconds when) {
    using namespace std::chrono;
    const auto midnight = floor<days>(when);
    const year_month_day day{midnight};
    const hh_mm_ss clock{when - midnight};
    Date date;
    date.year = int(day.year());
    date.month = unsigned(day.month());
    date.day = unsigned(day.day());
    date.hour = unsigned(clock.hours().count());
    date.minute = unsigned(clock.minutes().count());
    date.second = unsigned(clock.seconds().count());
    date.precision = Date::Precision::second;
    date.offset = 0;
    return date;
}

}  // namespace morgue
