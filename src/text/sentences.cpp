#include "text/sentences.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"
#include "text/words.hpp"

namespace morgue::text {

namespace {

// Abbreviations whose full stop ends no sentence, before a name and before a number; small letters.
constexpr std::array<std::string_view, 41> before_names{
    "adm", "brig", "capt", "cmdr", "col", "cpl",  "dr",     "dra",  "fr",   "ft",  "gen",
    "gov", "hon",  "hr",   "lic",  "lt",  "maj",  "messrs", "mgr",  "mlle", "mm",  "mme",
    "mr",  "mrs",  "ms",   "msgr", "mt",  "prof", "rep",    "reps", "rev",  "sen", "sens",
    "sgt", "sr",   "sra",  "srta", "st",  "ste",  "ud",     "vs"};
static_assert(std::is_sorted(before_names.begin(), before_names.end()));
constexpr std::array<std::string_view, 22> before_numbers{
    "abb", "approx", "apr", "art", "aug", "ca", "dec", "feb", "fig", "jan",  "jul",
    "jun", "mar",    "no",  "nos", "nov", "nr", "oct", "pp",  "sep", "sept", "vol"};
static_assert(std::is_sorted(before_numbers.begin(), before_numbers.end()));

// With these a sentence begins even after U.S. or Inc.
constexpr std::array<std::string_view, 24> openers{
    "a",   "after", "although", "an",      "and", "as",   "at",   "but",
    "for", "he",    "his",      "however", "in",  "it",   "its",  "meanwhile",
    "on",  "she",   "some",     "that",    "the", "they", "this", "we"};
static_assert(std::is_sorted(openers.begin(), openers.end()));

template <std::size_t size>
bool among(const std::array<std::string_view, size>& words, std::string_view word) {
    if (word.size() > 10) return false;
    return std::binary_search(words.begin(), words.end(), std::string_view(lower(word)));
}

std::string_view ascii_word_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && ((text[end] | 32) >= 'a' && (text[end] | 32) <= 'z')) ++end;
    return text.substr(at, end - at);
}

bool is_final(char32_t c) {
    return c == '!' || c == '?' || c == 0x2026 || c == 0x203D || c == 0x061F || c == 0x06D4 ||
           c == 0x0964 || c == 0x0965;
}
bool is_wide_final(char32_t c) {  // needs no blank after it
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E;
}

bool is_initial(std::string_view word) {
    std::size_t at = 0;
    return is_upper(decode(word, at)) && at == word.size();
}

// U.S. and J.
bool is_dotted(std::string_view word) {
    return is_initial(word) || (word.find('.') != word.npos && is_letter(char32_t(word.back())));
}

// Whether the full stop after a word is part of it; `next`: what follows, as far as it is ASCII
// letters.
bool belongs_to(std::string_view word, std::string_view next, bool before_number) {
    if (before_number) return among(before_numbers, word);
    if (is_dotted(word)) return is_initial(word) || !among(openers, next);
    if (among(before_names, word)) return true;
    const bool company = word == "Inc" || word == "Corp" || word == "Co" || word == "Ltd" ||
                         word == "Bros" || word == "Cos";
    return company && !among(openers, next);
}

struct Marks {
    bool stop = false, final = false, wide = false, blank = false, paragraph = false;
};

Marks marks_of(std::string_view gap) {
    Marks marks;
    unsigned lines = 0;
    for (std::size_t at = 0; at < gap.size();) {
        const char32_t c = decode(gap, at);
        if (c == '\n' && ++lines > 1) marks.paragraph = true;
        if (is_space(c)) {
            marks.blank = true;
            continue;
        }
        lines = 0;
        marks.stop |= c == '.' && !marks.blank;
        marks.final |= is_final(c);
        marks.wide |= is_wide_final(c);
    }
    return marks;
}

}  // namespace

Break break_between(std::string_view text, std::size_t begin, std::size_t end, std::size_t next) {
    if (next <= end) return Break::none;  // pairs of ideographs overlap
    const Marks marks = marks_of(text.substr(end, next - end));
    if (marks.paragraph) return Break::paragraph;
    if (marks.wide) return Break::sentence;
    if (!marks.blank || (!marks.stop && !marks.final)) return Break::none;
    std::size_t after = next;
    if (is_lower(decode(text, after))) return Break::none;
    if (marks.final) return Break::sentence;
    const bool before_number = text[next] >= '0' && text[next] <= '9';
    const std::string_view word = text.substr(begin, end - begin);
    return belongs_to(word, ascii_word_at(text, next), before_number) ? Break::none
                                                                      : Break::sentence;
}

namespace {

// Where the next sentence begins, between the end of a word and the next one: after the last blank,
// so that an opening quotation mark goes with what it opens.
std::size_t cut_between(std::string_view text, std::size_t end, std::size_t next) {
    std::size_t cut = next;
    for (std::size_t at = end; at < next;)
        if (is_space(decode(text, at))) cut = at;
    return cut;
}

std::string_view without_blanks_around(std::string_view text) {
    std::size_t begin = text.size(), end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        if (is_space(decode(text, at))) continue;
        begin = std::min(begin, here);
        end = at;
    }
    return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace

std::vector<Sentence> sentences(std::string_view text) {
    std::vector<Sentence> out;
    std::size_t start = 0;
    bool paragraph = true;
    const auto close = [&](std::size_t end) {
        const std::string_view sentence = without_blanks_around(text.substr(start, end - start));
        if (!sentence.empty()) out.push_back({sentence, paragraph});
        start = end;
    };
    Words words(text);
    std::size_t begin = 0, end = 0;
    bool first = true;
    while (const Word* word = words.next()) {
        const Break found = first ? Break::none : break_between(text, begin, end, word->begin);
        if (found != Break::none) {
            close(cut_between(text, end, word->begin));
            paragraph = found == Break::paragraph;
        }
        first = false;
        begin = word->begin;
        end = word->end;
    }
    close(text.size());
    return out;
}

}  // namespace morgue::text
