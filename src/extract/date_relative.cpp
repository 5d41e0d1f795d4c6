#include "extract/date_relative.hpp"

#include <charconv>
#include <chrono>

#include "extract/date_names.hpp"
#include "extract/date_tokens.hpp"

namespace morgue::extract {
namespace {

// clang-format off
struct DayWord { std::string_view words; int days; };
constexpr DayWord day_words[] = {
    {"today heute aujourd hoy oggi hoje vandaag idag i dzisiaj dzis today's", 0},
    {"yesterday gestern hier ayer ieri ontem gisteren igar gar wczoraj", 1},
};

struct Unit { std::string_view words; std::chrono::minutes size; };
constexpr Unit units[] = {
    {"second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi sec secs", std::chrono::minutes(0)},
    {"minute minutes min mins minuten minuto minutos minuti minuut minuter minutter minut minuty", std::chrono::minutes(1)},
    {"hour hours hr hrs h stunde stunden std heure heures hora horas ora ore uur uren timme timmar time timer godzina godziny godzin",
     std::chrono::minutes(60)},
    {"day days tag tage tagen jour jours dia dias giorno giorni dag dagen dagar dage dzien dni", std::chrono::minutes(60 * 24)},
    {"week weeks woche wochen semaine semaines semana semanas settimana settimane weken vecka veckor uge uger", std::chrono::minutes(60 * 24 * 7)},
};
// One of these says that the time lies in the past.
constexpr std::string_view past_words = "ago vor il hace ha fa geleden sedan siden temu before";
constexpr std::string_view one_words = "a an one ein eine einem einer une un una uno een en";
// clang-format on

Date moved_back(const Date& seen, std::chrono::minutes back, bool to_the_hour) {
    Date date = utc_date(seen.first() - back + std::chrono::minutes(seen.offset.value_or(0)));
    date.offset = seen.offset;
    date.second = 0;
    date.precision = to_the_hour && seen.precision >= Date::Precision::minute
                         ? Date::Precision::minute
                         : Date::Precision::day;
    return date;
}

const Unit* unit_of(std::string_view word) {
    for (const auto& unit : units)
        if (lists(unit.words, word)) return &unit;
    return nullptr;
}

}  // namespace

std::optional<Date> read_relative_date(std::string_view text, const Date& seen) {
    constexpr std::size_t longest = 60, most_tokens = 8;
    constexpr unsigned most_units = 10'000;
    if (text.size() > longest || seen.precision < Date::Precision::day) return std::nullopt;
    const DateTokens tokens(text);
    const Unit* unit = nullptr;
    unsigned count = 0;
    bool past = false;
    for (std::size_t i = 0; i < std::min(tokens.size(), most_tokens); ++i) {
        const auto& token = tokens[i];
        if (token.is_number(1, 4)) {
            count = token.value;
        } else if (token.is_word()) {
            for (const auto& [words, days] : day_words)
                if (lists(words, token.text) && token.text.size() > 2)
                    return moved_back(seen, std::chrono::hours(24 * days), false);
            past = past || lists(past_words, token.text);
            if (count == 0 && lists(one_words, token.text)) count = 1;
            if (!unit) unit = unit_of(token.text);
        }
    }
    if (!unit || !past || count == 0 || count > most_units) return std::nullopt;
    return moved_back(seen, unit->size * count, unit->size < std::chrono::hours(24));
}

}  // namespace morgue::extract
