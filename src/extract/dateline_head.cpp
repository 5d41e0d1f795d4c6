#include "extract/dateline_head.hpp"

#include <span>
#include <vector>

#include "extract/agencies.hpp"
#include "extract/date_names.hpp"
#include "extract/extract.hpp"
#include "extract/name_case.hpp"
#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t most_place_words = 7, longest_place = 60, longest_provider = 70,
                      longest_given = 400;
constexpr std::size_t most_segments = 4;

constexpr std::string_view place_particles =
    "de del la le les los las da do di du der am an im auf und and of the y e on el al a d sur bei "
    "ob";

std::string_view trim(std::string_view text) {
    const auto begin = text.find_first_not_of(" ,");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" ,") - begin + 1);
}

// Takes a last "(Reuters)" or "/PRNewswire/" off the text; empty if there is none.
std::string_view take_bracketed_end(std::string_view& text) {
    const char close = text.empty() ? '\0' : text.back();
    if (close != ')' && close != '/') return {};
    const char open = close == ')' ? '(' : '/';
    if (text.size() < 3) return {};
    const auto begin = text.find_last_of(open, text.size() - 2);
    if (begin == text.npos || text.size() - begin > longest_provider) return {};
    if (open == '/' && (begin == 0 || text[begin - 1] != ' ')) return {};
    const auto inside = trim(text.substr(begin + 1, text.size() - begin - 2));
    text = trim(text.substr(0, begin));
    return inside;
}

// Cuts at commas outside of parentheses.
std::vector<std::string_view> segments_of(std::string_view text) {
    std::vector<std::string_view> segments;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] == '(') ++depth;
        if (at < text.size() && text[at] == ')') --depth;
        if (at < text.size() && (text[at] != ',' || depth > 0)) continue;
        segments.push_back(trim(text.substr(begin, at - begin)));
        begin = at + 1;
    }
    return segments;
}

bool is_number(std::string_view text, std::size_t most_digits) {
    return !text.empty() && text.size() <= most_digits &&
           text.find_first_not_of("0123456789") == text.npos;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; (at = text.find_first_not_of(' ', at)) != text.npos;) {
        const auto end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

bool is_month(std::string_view word) {
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
    return word.size() >= 3 && month_number(text::fold(word)) != 0;
}

bool is_day_number(std::string_view word) {
    for (const std::string_view ending : {".", "st", "nd", "rd", "th", "er"})
        if (word.ends_with(ending)) word.remove_suffix(ending.size());
    return is_number(word, 2) && word != "0" && word != "00";
}

// The text from the first of the words to the last.
std::string_view spanned(std::span<const std::string_view> words) {
    const auto* begin = words.front().data();
    return {begin, std::size_t(words.back().data() - begin) + words.back().size()};
}

// "Sept 28", "28 Sept.", "3 JAN 90", "March 18 2025", "3 de marzo", "Thursday", "May 3/4"
bool is_day(std::string_view text) {
    const auto words = words_of(text);
    bool month = false, number = false, weekday = false;
    for (const auto word : words) {
        const auto folded = text::fold(word);
        if (!month && is_month(word))
            month = true;
        else if (!number && is_day_number(word.substr(0, word.find('/'))))
            number = true;
        else if (is_weekday(folded) && folded.size() > 2)
            weekday = true;
        else if (!(is_number(word, 4) && month && number) && !joins_date(folded))
            return false;
    }
    return words.size() <= 6 && ((month && number) || (words.size() == 1 && weekday));
}

// How many of the words at the end of "STOCKHOLM March 5" are its day.
std::size_t trailing_day_words(std::span<const std::string_view> words) {
    for (const std::size_t count : {3U, 2U})
        if (words.size() > count && is_day(spanned(words.last(count)))) return count;
    return 0;
}

// Whether a piece may be (part of) a place: capitalised words, no more than two small ones.
bool is_place(std::string_view text, bool strict) {
    if (text.empty() || text.size() > longest_place) return false;
    if (text.find_first_of("0123456789:;?!\"<>@=*_|") != text.npos) return false;
    const auto words = words_of(text);
    if (words.size() > most_place_words) return false;
    std::size_t small = 0;
    for (const auto word : words) {
        const auto at = word.find_first_not_of("(['");
        if (at == word.npos) return false;
        std::size_t next = at;
        const auto c = text::decode(word, next);
        if (!text::is_letter(c)) return false;
        small += text::is_lower(c) && !lists(place_particles, word);
        if (&word == &words.front() && text::is_lower(c)) return false;
    }
    return small <= (strict ? 0U : 1U) && words.size() > small;
}

// "LONDON, March 3, Reuters", "SYDNEY March 22 AAP"
void take_sender(std::vector<std::string_view>& segments, DatelineHead& head) {
    if (!head.provider.empty()) return;
    const auto words = words_of(segments.back());
    if (words.empty()) return;
    const bool alone = segments.size() > 1 && !agency_name(segments.back()).empty();
    const auto sender = alone ? segments.back() : words.back();
    const auto before = std::span(words).first(words.size() - 1);
    if (!alone && (agency_name(sender).empty() || trailing_day_words(before) == 0)) return;
    head.provider = sender;
    head.agency = agency_name(sender);
    if (alone)
        segments.pop_back();
    else
        segments.back() = spanned(before);
}

void take_day(std::vector<std::string_view>& segments, DatelineHead& head) {
    while (segments.size() > 1 && (is_day(segments.back()) || is_number(segments.back(), 4))) {
        head.day = std::string(segments.back()) + (head.day.empty() ? "" : ", ") + head.day;
        head.day_apart = true;
        segments.pop_back();
    }
    const auto words = words_of(segments.back());
    const auto count = head.day.empty() ? trailing_day_words(words) : 0;
    if (count == 0) return;
    head.day = spanned(std::span(words).last(count));
    segments.back() = spanned(std::span(words).first(words.size() - count));
}

}  // namespace

std::string located_name(std::string_view place) {
    place = trim(place.substr(0, place.find('(')));
    if (const auto slash = place.find('/'); slash != place.npos && slash > 2)
        place = trim(place.substr(0, slash));
    return place_case(place);
}

std::optional<DatelineHead> read_dateline_head(std::string_view text) {
    DatelineHead head;
    auto rest = trim(text);
    const auto whole = rest;
    if (const auto inside = take_bracketed_end(rest); !inside.empty()) {
        head.agency = agency_name(inside.substr(0, inside.find(',')));
        head.provider = inside;
    }
    auto segments = segments_of(rest);
    take_sender(segments, head);
    take_day(segments, head);
    if (head.day.empty() && head.agency.empty() && !head.provider.empty()) {
        segments = segments_of(whole);  // "SAN JOSE (COSTA RICA)": the parenthesis is a region
        head.provider.clear();
    }
    if (segments.size() > most_segments) return std::nullopt;
    for (const auto segment : segments)
        if (!is_place(segment, head.day.empty())) return std::nullopt;
    head.place = segments.front();
    if (!head.day.empty()) head.date = read_date(head.day);
    return head;
}

namespace {

std::string_view without_dash(std::string_view line) {
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view mark : {" ", "-", "_", "\u2013", "\u2014", "\u2015"}) {
            if (!line.ends_with(mark)) continue;
            line.remove_suffix(mark.size());
            more = true;
        }
    }
    return line;
}

}  // namespace

GivenDateline read_given_dateline(std::string_view text) {
    const auto line = text::one_line(text.substr(0, longest_given + 1));
    if (line.size() > longest_given) return {};
    if (const auto found = read_dateline(line))
        return {.located = found->located, .agency = found->agency, .date = found->date};
    const auto head = read_dateline_head(without_dash(line));
    if (!head) return {};
    return {.located = located_name(head->place), .agency = head->agency, .date = head->date};
}

}  // namespace morgue::extract
