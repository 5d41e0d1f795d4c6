#include "extract/name_case.hpp"

#include "extract/date_names.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::string_view particles =
    "von van der den de del della di da dos das du la le el al bin ibn y e and und et of the am an "
    "im do";
constexpr std::string_view kept = "II III IV VI VII VIII USA UAE USSR DC UK US UN EU NY";

std::size_t letter_count(std::string_view word) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < word.size();) count += text::is_letter(text::decode(word, at));
    return count;
}

// Whether a small word stands at `at` between two hyphens: "Port-au-Prince".
bool is_joint(std::string_view low, std::size_t at) {
    const auto end = low.find('-', at);
    return at > 0 && low[at - 1] == '-' && end != low.npos &&
           lists("au aux sur sous de des du la le les en upon on am in", low.substr(at, end - at));
}

// "Mary", with a capital after a hyphen or an apostrophe, but not in "John's".
std::string capitalised(std::string_view word) {
    const auto low = text::lower(word);
    std::string name;
    bool starts = true;
    for (std::size_t at = 0; at < low.size();) {
        if (starts && is_joint(low, at)) starts = false;
        const auto begin = at;
        const auto c = text::decode(low, at);
        const auto letter = std::string_view(low).substr(begin, at - begin);
        const bool possessive = begin > 0 && at == low.size() && letter == "s";
        name += starts && !possessive ? text::upper(letter) : std::string(letter);
        starts = !text::is_letter(c);
    }
    return name;
}

bool has_vowel(std::string_view word) {
    return word.find_first_of("AEIOUY") != word.npos ||
           word.find_first_of("\xC3\xC4\xC5") != word.npos;  // accented Latin
}

// "d'AFFLISIO"
bool has_small_prefix(std::string_view word) {
    return word.size() > 2 && word[1] == '\'' && word[0] >= 'a' && word[0] <= 'z';
}

std::string word_case(std::string_view word, bool first, bool all_capitals) {
    if (word.size() > 3 && word.starts_with("Mc") && is_all_capitals(word.substr(2)))
        return "Mc" + capitalised(word.substr(2));
    if (has_small_prefix(word) && is_all_capitals(word.substr(2)))
        return std::string(word.substr(0, 2)) + capitalised(word.substr(2));
    if (!is_all_capitals(word) || lists(kept, word)) return std::string(word);
    const auto letters = letter_count(word);
    if (letters < 2) return std::string(word);
    if (word.find('.') < word.size() - 1) return std::string(word);  // "U.S.", "J.K."
    if (!all_capitals && letters < 4) return std::string(word);
    if (letters == 2 && !has_vowel(word) && word.find('.') == word.npos && word != "ST" &&
        word != "DR" && word != "JR" && word != "MT" && word != "FT")
        return std::string(word);
    const auto low = text::lower(word);
    return !first && lists(particles, low) ? low : capitalised(word);
}

bool is_printed_in_capitals(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        const auto end = std::min(name.find(' ', at), name.size());
        auto word = name.substr(at, end - at);
        if (has_small_prefix(word)) word.remove_prefix(2);
        if (word.starts_with("Mc")) word.remove_prefix(2);
        if (!is_all_capitals(word)) return false;
        at = end + 1;
    }
    return true;
}

std::string name_case(std::string_view name) {
    const bool all_capitals = is_printed_in_capitals(name);
    std::string out;
    constexpr std::string_view parting = " /(,";
    for (std::size_t at = 0; at < name.size();) {
        const auto end = std::min(name.find_first_of(parting, at), name.size());
        out += word_case(name.substr(at, end - at), at == 0, all_capitals);
        if (end < name.size()) out += name[end];
        at = end + 1;
    }
    return out;
}

}  // namespace

std::string person_case(std::string_view name) {
    const bool lone = name.find(' ') == name.npos && name.find('-') == name.npos;
    return lone ? std::string(name) : name_case(name);
}

std::string place_case(std::string_view name) {
    return name_case(name);
}

bool is_all_capitals(std::string_view text) {
    bool found = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = text::decode(text, at);
        if (text::is_lower(c)) return false;
        found = found || text::is_letter(c);
    }
    return found;
}

}  // namespace morgue::extract
