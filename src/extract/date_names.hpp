#pragma once
// The words in dates: months, weekdays, time zones and what may stand between them. Every name is
// looked up folded (text::fold).
#include <optional>
#include <string_view>

namespace morgue::extract {

// 1 to 12; 0 if it is no month of any language known here.
unsigned month_number(std::string_view folded);

bool is_weekday(std::string_view folded);

// A word that may lead up to a date ("published", "on", "le"), or stand inside it ("of", "de").
bool leads_to_date(std::string_view folded);
bool joins_date(std::string_view folded);

// A word that may stand between a date and its clock ("at", "um", "t").
bool joins_clock(std::string_view folded);

// Minutes east of UTC of a zone that has one offset only: "edt", "cest", "z".
std::optional<int> zone_offset(std::string_view folded);

// Whether `word` is one of the blank-parted words of `list`.
constexpr bool lists(std::string_view list, std::string_view word) {
    if (word.empty()) return false;
    for (auto at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' '))
            return true;
    }
    return false;
}

}  // namespace morgue::extract
