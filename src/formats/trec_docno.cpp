#include "formats/trec_docno.hpp"

#include <algorithm>

namespace morgue::formats {

namespace {

struct Collection {
    std::string_view prefix, source;
    std::size_t digits;  // of the date behind the prefix; 0: there is none
    DigitOrder order = DigitOrder::year_first;
};
// clang-format off
constexpr Collection collections[] = {
    {"AP",       "AP",                      6},
    {"WSJ",      "The Wall Street Journal", 6},
    {"LA",       "Los Angeles Times",       6, DigitOrder::year_last},
    {"FT",       "Financial Times",         0},
    {"SJMN",     "San Jose Mercury News",   0},
    {"APW",      "AP",                      8},
    {"NYT",      "The New York Times",      8},
    {"XIE",      "Xinhua",                  8},
    {"XIN",      "Xinhua",                  8},
    {"APW_ENG_", "AP",                      8},
    {"NYT_ENG_", "The New York Times",      8},
    {"XIN_ENG_", "Xinhua",                  8},
    {"AFP_ENG_", "AFP",                     8},
    {"CNA_ENG_", "Central News Agency",     8},
    {"LTW_ENG_", "Los Angeles Times-Washington Post", 8},
};
// clang-format on

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t count_digits(std::string_view text) {
    return std::size_t(std::ranges::find_if_not(text, is_digit) - text.begin());
}

// The century that news collections with years of two digits are of.
std::string year_of(std::string_view two_digits) {
    return (two_digits >= "30" ? "19" : "20") + std::string(two_digits);
}

}  // namespace

std::string date_of_digits(std::string_view digits, DigitOrder order) {
    const std::size_t size = count_digits(digits);
    if (size != digits.size() || (size != 6 && size != 8)) return {};
    const std::size_t year_size = size - 4;
    const bool first = order == DigitOrder::year_first;
    const std::string_view written = first ? digits.substr(0, year_size) : digits.substr(4);
    const std::string year = year_size == 2 ? year_of(written) : std::string(written);
    const std::string_view rest = first ? digits.substr(year_size) : digits.substr(0, 4);
    const std::string_view month = rest.substr(0, 2), day = rest.substr(2);
    if (month < "01" || month > "12" || day < "01" || day > "31") return {};
    return year + '-' + std::string(month) + '-' + std::string(day);
}

DocnoFacts docno_facts(std::string_view docno) {
    for (const Collection& each : collections) {
        if (!docno.starts_with(each.prefix)) continue;
        const std::string_view rest = docno.substr(each.prefix.size());
        const std::size_t digits = count_digits(rest);
        if (digits == 0 || (each.digits != 0 && digits != each.digits)) continue;
        return {std::string(each.source), date_of_digits(rest.substr(0, each.digits), each.order)};
    }
    return {};
}

std::string ap_file_date(std::string_view file_id) {
    constexpr std::string_view prefix = "AP-NR-";
    if (!file_id.starts_with(prefix)) return {};
    const std::string_view rest = file_id.substr(prefix.size());
    if (rest.size() < 8 || rest[2] != '-' || rest[5] != '-') return {};
    std::string digits(rest.substr(0, 2));
    digits.append(rest.substr(3, 2)).append(rest.substr(6, 2));
    std::string date = date_of_digits(digits, DigitOrder::year_last);
    const std::string_view clock = rest.substr(std::min<std::size_t>(9, rest.size()));
    if (date.empty() || count_digits(clock) != 4) return date;
    date.append(" ").append(clock.substr(0, 2)).append(":").append(clock.substr(2, 2));
    return date.append(" ").append(clock.substr(4, 3));
}

}  // namespace morgue::formats
