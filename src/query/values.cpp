#include "query/values.hpp"

#include <charconv>

#include "core/edit_distance.hpp"
#include "text/utf8.hpp"

namespace morgue::query {

namespace {

using Result = std::pair<std::optional<Expr>, std::optional<Problem>>;

Problem problem(std::string code, std::string message, std::string hint = {}) {
    return {std::move(code), {}, std::move(message), std::move(hint), 0, 0};
}

std::chrono::year_month_day months_ago(std::chrono::sys_days day, int months) {
    using namespace std::chrono;
    const year_month_day earlier = year_month_day(day) - std::chrono::months(months);
    return earlier.ok() ? earlier : year_month_day(earlier.year() / earlier.month() / last);
}

std::optional<Date> date_of(std::chrono::year_month_day day) {
    const int year = int(day.year());
    if (year < 1 || year > 9999) return std::nullopt;
    Date date;
    date.year = year;
    date.month = unsigned(day.month());
    date.day = unsigned(day.day());
    return date;
}

// -7d: what `count` units before now is.
std::optional<Date> ago(int count, char unit, std::chrono::sys_seconds now) {
    using namespace std::chrono;
    const sys_days today = floor<days>(now);
    switch (unit) {
        case 'h':
            return utc_date(now - hours(count));
        case 'd':
            return date_of(today - days(count));
        case 'w':
            return date_of(today - weeks(count));
        case 'm':
            return date_of(months_ago(today, count));
        case 'y':
            return date_of(months_ago(today, 12 * count));
        default:
            return std::nullopt;
    }
}

// "from", "to" and whether there were two dots.
struct Ends {
    std::string_view from, to;
    bool range;
};
Ends split(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == text.npos) return {text, text, false};
    return {text.substr(0, dots), text.substr(dots + 2), true};
}

Result read_dates(Field::Id field, std::string_view text, std::chrono::sys_seconds now) {
    if (text::lower(text) == "none") return {Expr{Dates{field, {}, true}}, std::nullopt};
    const auto [from, to, range] = split(text);
    Dates dates{field, {}, false};
    if (!from.empty()) dates.range.from = parse_date(from, now);
    if (!to.empty()) dates.range.to = parse_date(to, now);
    if ((!from.empty() && !dates.range.from) || (!to.empty() && !dates.range.to) || text.empty())
        return {std::nullopt, problem("date-unparsed", "this is no date; the condition is left out",
                                      "write 2025, 2025-09, 2025-09-28, yesterday, -7d or two of "
                                      "them with .. between")};
    if (!dates.range.from && !dates.range.to) return {Expr{Everything{}}, std::nullopt};
    if (dates.range.from && dates.range.to && dates.range.from->first() > dates.range.to->last()) {
        std::swap(dates.range.from, dates.range.to);
        return {Expr{dates},
                problem("range-reversed",
                        "the range ends before it begins; it is read the other way round")};
    }
    return {Expr{dates}, std::nullopt};
}

bool read_number(std::string_view text, std::optional<std::uint64_t>& to) {
    std::uint64_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || stop != text.data() + text.size()) return false;
    to = value;
    return true;
}

Result read_numbers(Field::Id field, std::string_view text) {
    const Problem bad = problem("number-unparsed", "this is no number; the condition is left out",
                                "write 800, >800, <=300 or 100..300");
    Numbers numbers{field, {}, {}};
    const bool more = text.starts_with('>'), less = text.starts_with('<');
    if (more || less) {
        const bool equal = text.substr(1).starts_with('=');
        std::optional<std::uint64_t> bound;
        if (!read_number(text.substr(equal ? 2 : 1), bound)) return {std::nullopt, bad};
        if (more) numbers.from = *bound + (equal || *bound == UINT64_MAX ? 0 : 1);
        if (less && *bound == 0 && !equal)
            return {std::nullopt,
                    problem("range-empty", "nothing is less than 0; the condition is left out")};
        if (less) numbers.to = *bound - (equal ? 0 : 1);
        return {Expr{numbers}, std::nullopt};
    }
    const auto [from, to, range] = split(text);
    if ((!from.empty() && !read_number(from, numbers.from)) ||
        (!to.empty() && !read_number(to, numbers.to)) || (from.empty() && to.empty()))
        return {std::nullopt, bad};
    if (numbers.from && numbers.to && *numbers.from > *numbers.to) {
        std::swap(numbers.from, numbers.to);
        return {Expr{numbers},
                problem("range-reversed",
                        "the range ends before it begins; it is read the other way round")};
    }
    return {Expr{numbers}, std::nullopt};
}

Result read_has(std::string_view text) {
    const auto of = find_field(text::lower(text));
    if (of && *of != Field::Id::has) return {Expr{Has{*of}}, std::nullopt};
    return {std::nullopt,
            problem("unknown-field",
                    "there is no field " + std::string(text) + "; the condition is left out",
                    nearest_field(text))};
}

}  // namespace

Result read_value(Field::Id id, std::string_view text, std::chrono::sys_seconds now) {
    switch (field(id).kind) {
        case Field::Kind::date:
            return read_dates(id, text, now);
        case Field::Kind::number:
            return read_numbers(id, text);
        case Field::Kind::flag:
            return read_has(text);
        case Field::Kind::query:
            if (text::one_line(text).empty()) break;
            return {Expr{Saved{text::one_line(text)}}, std::nullopt};
        default:
            break;
    }
    if (text::one_line(text).empty())
        return {std::nullopt,
                problem("field-without-value", std::string(field(id).name) + ": has no value")};
    return {Expr{Value{id, text::one_line(text)}}, std::nullopt};
}

std::string nearest_field(std::string_view name) {
    const std::string typed = text::lower(name.substr(0, 40));
    for (const Field& field : fields)
        if (core::edit_distance(typed, field.name) <= 1 + typed.size() / 5)
            return "did you mean " + std::string(field.name) + ": ?";
    return "morgue fields lists them";
}

}  // namespace morgue::query

namespace morgue {

std::optional<Date> parse_date(std::string_view text, std::chrono::sys_seconds now) {
    constexpr int most = 100'000;
    const std::string typed = text::lower(text.substr(0, 40));
    if (typed == "today") return query::ago(0, 'd', now);
    if (typed == "now") return query::ago(0, 'h', now);
    if (typed == "yesterday") return query::ago(1, 'd', now);
    if (typed == "tomorrow") return query::ago(-1, 'd', now);
    if (!typed.starts_with('-')) return parse_iso_date(text);
    int count = 0;
    const char* end = typed.data() + typed.size();
    const auto [stop, error] = std::from_chars(typed.data() + 1, end, count);
    if (error != std::errc{} || stop + 1 != end || count < 0 || count > most) return std::nullopt;
    return query::ago(count, *stop, now);
}

}  // namespace morgue
