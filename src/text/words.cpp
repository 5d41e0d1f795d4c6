#include "text/words.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

#include "text/utf8.hpp"

namespace morgue::text {

namespace {

enum class Kind : unsigned char { other, letter, digit, accent, ideograph };

struct CharInfo {
    Kind kind = Kind::other;
    bool capital = false, small = false;
    unsigned char length = 0;  // of folded
    char folded[6] = {};
};

Kind kind_by_unicode(char32_t c) {
    if (is_accent(c)) return Kind::accent;
    if (c >= 0x2E80) {
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(UChar32(c), &status);
        if ((script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) &&
            u_isalpha(UChar32(c)))
            return Kind::ideograph;
    }
    switch (u_charType(UChar32(c))) {
        case U_UPPERCASE_LETTER:
        case U_LOWERCASE_LETTER:
        case U_TITLECASE_LETTER:
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER:
        case U_NON_SPACING_MARK:
        case U_COMBINING_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_LETTER_NUMBER:
            return Kind::letter;
        case U_DECIMAL_DIGIT_NUMBER:
        case U_OTHER_NUMBER:
            return Kind::digit;
        default:
            return Kind::other;
    }
}

constexpr std::size_t table_size = 0x250;  // Latin and its extensions

const std::array<CharInfo, table_size>& latin() {
    static const auto table = [] {
        std::array<CharInfo, table_size> made{};
        for (char32_t c = 0; c < table_size; ++c) {
            CharInfo& info = made[c];
            info.kind = kind_by_unicode(c);
            if (info.kind == Kind::other) continue;
            info.capital = is_upper(c);
            info.small = is_lower(c);
            std::string letter;
            append(letter, c);
            const std::string folded = fold(letter);
            info.length = static_cast<unsigned char>(folded.copy(info.folded, sizeof info.folded));
        }
        return made;
    }();
    return table;
}

Kind kind_of(char32_t c) {
    return c < table_size ? latin()[c].kind : kind_by_unicode(c);
}

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}
bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

// Articles and pronouns that French, Italian and Catalan write onto the next word.
bool is_elision(std::string_view folded) {
    if (folded.size() == 1) return std::string_view("cdjlmnst").find(folded[0]) != folded.npos;
    return folded == "qu" || folded == "dell" || folded == "all" || folded == "nell" ||
           folded == "sull" || folded == "dall";
}

}  // namespace

const Word* Words::next() {
    if (in_ideographs_ && read_ideographs()) return &word_;
    do {  // what folds to nothing (a Hangul filler) is no word
        if (!find_start()) return nullptr;
        folded_.clear();
        possessive_ = 0;
        word_.begin = at_;
        read_word();
    } while (folded_.empty());
    if (folded_.size() > max_word) {
        std::size_t cut = max_word;
        while ((static_cast<unsigned char>(folded_[cut]) & 0xC0) == 0x80) --cut;
        folded_.resize(cut);
    }
    word_.folded = folded_;
    return &word_;
}

// Moves to the next letter or digit.
bool Words::find_start() {
    while (at_ < text_.size()) {
        std::size_t after = at_;
        const Kind kind = kind_of(decode(text_, after));
        if (kind == Kind::letter || kind == Kind::digit || kind == Kind::ideograph) return true;
        at_ = after;
    }
    return false;
}

void Words::read_word() {
    std::size_t after = at_;
    const char32_t first = decode(text_, after);
    const Kind kind = kind_of(first);
    word_.capital = word_.small = false;
    if (kind == Kind::ideograph) {
        in_ideographs_ = true;
        read_ideographs();
        return;
    }
    word_.stemmable = kind == Kind::letter;
    if (!read_ascii_word()) read_any_word();
}

// The common case: letters and digits up to a blank or plain punctuation. False, with nothing
// done, where anything else ends the run.
bool Words::read_ascii_word() {
    std::size_t at = at_;
    bool capital = false, small = false;
    while (at < text_.size() && (is_ascii_letter(text_[at]) || is_ascii_digit(text_[at]))) {
        const char c = text_[at++];
        const bool upper = is_ascii_upper(c);
        capital |= upper;
        small |= c >= 'a';
        folded_ += upper ? char(c + 32) : c;
    }
    const char stop = at < text_.size() ? text_[at] : ' ';
    const char beyond = at + 1 < text_.size() ? text_[at + 1] : ' ';
    const bool plain = static_cast<unsigned char>(stop) < 0x80 && stop != '\'' && stop != '&' &&
                       ((stop != '.' && stop != ',') || beyond == ' ' || beyond == '\n');
    if (!plain || (stop == '.' && at - at_ == 1)) {
        folded_.clear();
        return false;
    }
    word_.capital = capital;
    word_.small = small;
    word_.end = at_ = at;
    return true;
}

void Words::read_any_word() {
    std::size_t end = at_;
    while (at_ < text_.size()) {
        std::size_t after = at_;
        const char32_t c = decode(text_, after);
        const Kind kind = kind_of(c);
        if (kind == Kind::ideograph) break;
        if (kind == Kind::other) {
            if (!joins(at_, after)) break;
            if (is_apostrophe(c)) {
                if (is_elision(folded_)) break;
                possessive_ = folded_.size();
                small_before_ = word_.small;
            } else if (c == '&' || (c == '.' && is_ascii_digit(folded_.back()))) {
                folded_ += char(c);
            }
            at_ = after;
            continue;
        }
        note_case(c);
        if (c < table_size) {
            folded_.append(latin()[c].folded, latin()[c].length);
        } else if (kind != Kind::accent) {
            folded_ += fold(text_.substr(at_, after - at_));
        }
        end = at_ = after;
    }
    word_.end = end;
    drop_possessive();
}

// Whether the mark between `at` and `after` joins what stands on its two sides.
bool Words::joins(std::size_t at, std::size_t after) const {
    if (after >= text_.size() || at == word_.begin) return false;
    std::size_t beyond = after;
    std::size_t here = at;
    const char32_t mark = decode(text_, here);
    const Kind right = kind_of(decode(text_, beyond));
    const char before = text_[at - 1], next = text_[after];
    if (is_apostrophe(mark)) return right == Kind::letter;
    if (mark == '&') return is_ascii_upper(before) && is_ascii_upper(next);
    if (mark == '.') {
        if (is_ascii_digit(before) && is_ascii_digit(next)) return true;
        // U.S.: single letters only, so that "end.Then" stays two words
        const bool one_letter = at - word_.begin == 1 || text_[at - 2] == '.';
        const bool one_next = beyond >= text_.size() || kind_of([&] {
                                                            std::size_t far = beyond;
                                                            return decode(text_, far);
                                                        }()) != Kind::letter;
        return is_ascii_letter(before) && is_ascii_letter(next) && one_letter && one_next;
    }
    if (mark == ',') {  // 1,000,000
        std::size_t digits = 0;
        while (after + digits < text_.size() && is_ascii_digit(text_[after + digits])) ++digits;
        return is_ascii_digit(before) && digits == 3;
    }
    return false;
}

void Words::drop_possessive() {
    if (!possessive_ || folded_.size() != possessive_ + 1 || folded_.back() != 's') return;
    folded_.pop_back();
    word_.small = small_before_;
}

void Words::note_case(char32_t c) {
    if (c < table_size) {
        word_.capital |= latin()[c].capital;
        word_.small |= latin()[c].small;
    } else {
        word_.capital |= is_upper(c);
        word_.small |= is_lower(c);
    }
}

// One pair of a run of ideographs (or a lone one); false when the run is over.
bool Words::read_ideographs() {
    std::size_t first = at_;
    if (at_ >= text_.size() || kind_of(decode(text_, first)) != Kind::ideograph) {
        in_ideographs_ = false;
        return false;
    }
    const bool continued = !folded_.empty() && word_.end == first && word_.begin < at_;
    std::size_t second = first;
    const bool pair = first < text_.size() && kind_of(decode(text_, second)) == Kind::ideograph;
    if (!pair && continued) {  // the last character was half of the pair before
        at_ = first;
        in_ideographs_ = false;
        return false;
    }
    word_.begin = at_;
    word_.end = pair ? second : first;
    word_.stemmable = false;
    folded_ = fold(text_.substr(word_.begin, word_.end - word_.begin));
    word_.folded = folded_;
    at_ = first;
    return true;
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    Words all(text);
    while (const Word* word = all.next()) out.emplace_back(word->folded);
    return out;
}

std::string name_key(std::string_view name) {
    std::string key;
    Words all(name);
    while (const Word* word = all.next()) (key += key.empty() ? "" : " ") += word->folded;
    return key;
}

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    Words all(text);
    while (all.next()) ++count;
    return count;
}

}  // namespace morgue::text
