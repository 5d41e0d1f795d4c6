// One pass over the first tokens of a text: words that lead up to a date are skipped, then each
// form of date is tried where the words end.
#include <chrono>

#include "extract/date_clock.hpp"
#include "extract/date_names.hpp"
#include "extract/date_scan.hpp"
#include "extract/date_tokens.hpp"
#include "extract/extract.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t most_lead_tokens = 12;
constexpr unsigned earliest_year = 1600;  // of print; "1430 GMT" is a clock

struct Day {
    unsigned year = 0, month = 0, day = 0;
    Date::Precision precision = Date::Precision::day;

    bool possible() const {
        using namespace std::chrono;
        return year >= 1 && year <= 9999 &&
               year_month_day{std::chrono::year(int(year)), std::chrono::month(month),
                              std::chrono::day(day)}
                   .ok();
    }
};

class DateReader {
public:
    DateReader(std::string_view text, DateOrder order) : tokens_(text), order_(order) {}

    DateScan read();

private:
    using Form = std::optional<Day> (DateReader::*)(std::size_t& at) const;

    std::optional<Day> compact(std::size_t& at) const;
    std::optional<Day> year_first(std::size_t& at) const;
    std::optional<Day> day_first(std::size_t& at) const;
    std::optional<Day> month_first(std::size_t& at) const;
    std::optional<Day> digits_only(std::size_t& at) const;
    std::optional<Day> year_only(std::size_t& at) const;

    std::optional<Day> day_at(std::size_t& at) const;
    DateScan finish(const Day& day, std::size_t at, const std::optional<Clock>& before) const;
    std::optional<unsigned> year(std::size_t& at, bool short_form) const;
    void skip_ordinal(std::size_t& at) const;
    bool skip_lead(std::size_t& at) const;

    DateTokens tokens_;
    DateOrder order_;
};

DateScan DateReader::read() {
    std::optional<Clock> before;  // "10:15 a.m. EDT, September 3, 2024"
    for (std::size_t at = 0; at < most_lead_tokens && at < tokens_.size();) {
        auto end = at;
        if (const auto day = day_at(end)) return finish(*day, end, before);
        if (!before) {
            before = read_clock(tokens_, at);
            if (before) continue;
        }
        if (!skip_lead(at)) break;
    }
    return {};
}

std::optional<Day> DateReader::day_at(std::size_t& at) const {
    static constexpr Form forms[]{&DateReader::compact,     &DateReader::year_first,
                                  &DateReader::day_first,   &DateReader::month_first,
                                  &DateReader::digits_only, &DateReader::year_only};
    for (const auto form : forms) {
        auto end = at;
        if (const auto day = (this->*form)(end)) {
            at = end;
            return day;
        }
    }
    return std::nullopt;
}

DateScan DateReader::finish(const Day& day, std::size_t at,
                            const std::optional<Clock>& before) const {
    if (!day.possible()) return {.date = {}, .impossible = true};
    Date date{.year = int(day.year),
              .month = day.month,
              .day = day.day,
              .precision = day.precision,
              .offset = {}};
    if (day.precision != Date::Precision::day) return {.date = date};
    auto clock = before ? before : read_clock(tokens_, at);
    if (!clock) return {.date = date};
    if (!clock->possible) return {.date = {}, .impossible = true};
    clock->set(date);
    return {.date = date};
}

// "20250928", "20250928T101500Z", "20250928101500"
std::optional<Day> DateReader::compact(std::size_t& at) const {
    const auto& number = tokens_[at];
    if (!number.is_number(8, 8)) return std::nullopt;
    ++at;
    return Day{number.value / 10000, number.value / 100 % 100, number.value % 100};
}

// "2025-09-28", "2025/9/3", "2025.09.28", and "2025-09" where nothing follows
std::optional<Day> DateReader::year_first(std::size_t& at) const {
    const auto& mark = tokens_[at + 1];
    if (!tokens_[at].is_number(4, 4) || !mark.is_mark_of("-/.") || !tokens_[at + 2].is_number(1, 2))
        return std::nullopt;
    Day day{tokens_[at].value, tokens_[at + 2].value, 1};
    if (tokens_[at + 3].is_mark(mark.text.front()) && tokens_[at + 4].is_number(1, 2)) {
        day.day = tokens_[at + 4].value;
        at += 5;
        return day;
    }
    if (!mark.is_mark('-') || at + 3 != tokens_.size()) return std::nullopt;
    day.precision = Date::Precision::month;
    at += 3;
    return day;
}

// "3 September 2024", "26-FEB-1987", "3rd of September, 2024", "3 JAN 90", "3. September 2024"
std::optional<Day> DateReader::day_first(std::size_t& at) const {
    const auto& number = tokens_[at++];
    if (!number.is_number(1, 2)) return std::nullopt;
    skip_ordinal(at);
    const auto month = tokens_[at].is_word() ? month_number(tokens_[at].text) : 0;
    if (month == 0) return std::nullopt;
    ++at;
    bool comma = false;
    for (;
         tokens_[at].is_mark_of(".,-/") || (tokens_[at].is_word() && joins_date(tokens_[at].text));
         ++at)
        comma = comma || tokens_[at].is_mark(',');
    if (const auto written = year(at, !comma)) return Day{*written, month, number.value};
    return std::nullopt;
}

// "September 3, 2024", "Sept. 3rd 2024", "Oct  2 13:00:00 EDT 2002", "September 2024"
std::optional<Day> DateReader::month_first(std::size_t& at) const {
    const auto month = tokens_[at].is_word() ? month_number(tokens_[at].text) : 0;
    if (month == 0) return std::nullopt;
    ++at;
    while (tokens_[at].is_mark_of(".,-/") || tokens_[at].is_word("de") || tokens_[at].is_word("of"))
        ++at;
    if (const auto written = year(at, false))
        return Day{*written, month, 1, Date::Precision::month};
    const auto& number = tokens_[at];
    if (!number.is_number(1, 2)) return std::nullopt;
    ++at;
    skip_ordinal(at);
    auto behind = at;
    while (tokens_[behind].is_mark_of(",-/") || tokens_[behind].is_word("of")) ++behind;
    if (const auto written = year(behind, false)) {
        at = behind;
        return Day{*written, month, number.value};
    }
    behind = at;  // the clock stands before the year, and is read again from there
    if (!read_clock(tokens_, behind)) return std::nullopt;
    if (tokens_[behind].is_word() && !tokens_[behind + 1].spaced) return std::nullopt;
    if (tokens_[behind].is_word()) ++behind;  // a zone unknown here
    if (const auto written = year(behind, false)) return Day{*written, month, number.value};
    return std::nullopt;
}

// "03.09.2024", and with slashes or hyphens where only one reading is possible: "13/09/2024"
std::optional<Day> DateReader::digits_only(std::size_t& at) const {
    const auto &first = tokens_[at], &mark = tokens_[at + 1], &second = tokens_[at + 2],
               &last = tokens_[at + 4];
    if (!first.is_number(1, 2) || !mark.is_mark_of("./-") || !second.is_number(1, 2) ||
        !tokens_[at + 3].is_mark(mark.text.front()))
        return std::nullopt;
    const bool dots = mark.is_mark('.');
    // "8.5.12", but not the number of a version or an address: "8.5.12.1".
    const bool short_year = dots && last.is_number(2, 2) && !last.spaced && first.value <= 31 &&
                            second.value <= 12 && !second.spaced &&
                            !(tokens_[at + 5].is_mark('.') && !tokens_[at + 6].spaced &&
                              tokens_[at + 6].is_number(1, 9));
    if (!last.is_number(4, 4) && !short_year) return std::nullopt;
    at += 4;
    const auto written = year(at, short_year);
    if (!written) return std::nullopt;
    const auto a = first.value, b = second.value;
    const bool day_first = dots || order_ == DateOrder::day_first || a == b;
    if (a > 12 || (day_first && b <= 12)) return Day{*written, b, a};
    if (b > 12 || order_ == DateOrder::month_first) return Day{*written, a, b};
    return std::nullopt;
}

// "2024", where it is all there is
std::optional<Day> DateReader::year_only(std::size_t& at) const {
    if (at != 0 || tokens_.size() != 1 || !tokens_[0].is_number(4, 4)) return std::nullopt;
    ++at;
    return Day{tokens_[0].value, 1, 1, Date::Precision::year};
}

// Four digits; in the short form also two, "90" or "'90", that are not the hour of a clock.
std::optional<unsigned> DateReader::year(std::size_t& at, bool short_form) const {
    const auto& token = tokens_[at];
    if (token.is_number(4, 4)) {
        const auto& next = tokens_[at + 1];
        if (token.value < earliest_year && next.is_word() && zone_offset(next.text))
            return std::nullopt;
        ++at;
        return token.value;
    }
    const bool quoted = token.is_mark('\'');
    const auto& number = quoted ? tokens_[at + 1] : token;
    const auto& next = tokens_[at + (quoted ? 2 : 1)];
    if (!(short_form || quoted) || !number.is_number(2, 2)) return std::nullopt;
    if (!next.spaced && (next.is_mark_of(":%'") || next.is_word())) return std::nullopt;
    at += quoted ? 2 : 1;
    return number.value + (number.value < 50 ? 2000 : 1900);
}

// "rd", ".", "º", "de": what may follow the number of a day.
void DateReader::skip_ordinal(std::size_t& at) const {
    while (tokens_[at].is_mark_of(".-/") || (tokens_[at].is_word() && joins_date(tokens_[at].text)))
        ++at;
}

bool DateReader::skip_lead(std::size_t& at) const {
    const auto& token = tokens_[at];
    if (token.is_mark_of(",.:-|()[]/'")) {
        ++at;
        return true;
    }
    if (!token.is_word() || !(is_weekday(token.text) || leads_to_date(token.text))) return false;
    ++at;
    return true;
}

}  // namespace

DateScan scan_date(std::string_view text, DateOrder order) {
    return DateReader(text, order).read();
}

std::optional<Date> read_date(std::string_view text) {
    return scan_date(text).date;
}

}  // namespace morgue::extract
