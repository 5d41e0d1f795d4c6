// Phone numbers and IBANs.
#include <algorithm>
#include <array>

#include "text/pattern_readers.hpp"

namespace morgue::text {

namespace {

constexpr std::size_t fewest_digits = 7, most_digits = 15;  // E.164

// A stretch of digits, and what parts it from the next.
struct Group {
    std::size_t begin, end;
    std::size_t size() const { return end - begin; }
};

std::size_t end_of_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

char at_or_nul(std::string_view text, std::size_t at) {
    return at < text.size() ? text[at] : '\0';
}

// Bytes of what may stand between two groups of a phone number: one of blank - . /, brackets with a
// blank before or behind; 0 if something else does.
std::size_t separator(std::string_view text, std::size_t at) {
    std::size_t end = at;
    bool bracket = false, blank = false;
    for (; end < text.size() && end - at < 3; ++end) {
        const char c = text[end];
        if ((c == '(' || c == ')') && !bracket)
            bracket = true;
        else if ((c == ' ' || c == '-' || c == '.' || c == '/') && !blank)
            blank = true;
        else
            break;
    }
    return end < text.size() && is_digit(text[end]) ? end - at : 0;
}

// How long the country code is at the front of `digits` (ITU-T E.164); 0: there is none such.
std::size_t country_code(std::string_view digits) {
    constexpr std::string_view two =
        "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 "
        "64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
    constexpr std::string_view spare = "28 83 89 ";
    if (digits[0] == '1' || digits[0] == '7') return 1;
    const std::string front = std::string(digits.substr(0, 2)) + ' ';
    if (digits[0] == '0' || spare.find(front) != spare.npos) return 0;
    return two.find(front) != two.npos ? 2 : 3;
}

// What grows by "+3.1415926" or "+12 345 678" is no phone.
bool may_be_amount(std::string_view text, const std::vector<Group>& groups) {
    if (groups.size() == 2 && text[groups[0].end] == '.' && groups[1].size() < 9) return true;
    std::size_t digits = groups[0].size();
    for (std::size_t i = 1; i < groups.size(); ++i) {
        if (groups[i].size() != 3 || text[groups[i - 1].end] == '-') return false;
        digits += 3;
    }
    return groups.size() > 1 && digits <= 9;
}

// +49 (0)30: the trunk code is left out by who calls from abroad.
bool is_trunk_code(std::string_view text, const Group& group) {
    return group.size() == 1 && text[group.begin] == '0' && text[group.begin - 1] == '(' &&
           at_or_nul(text, group.end) == ')';
}

PatternReading read_international(std::string_view text, std::size_t at) {
    if (at >= 2 && (word_before(text, at - 1) || text[at - 2] == '+')) return std::nullopt;
    std::string digits;
    std::vector<Group> groups;
    std::size_t end = at;
    while (true) {
        const Group group{at, end_of_digits(text, at)};
        if (digits.size() + group.size() > most_digits) break;
        groups.push_back(group);
        end = group.end;
        if (!is_trunk_code(text, group)) digits += text.substr(at, group.size());
        if (digits.size() == 11 && country_code(digits) == 1) break;
        const std::size_t gap = separator(text, end);
        if (gap == 0) break;
        at = end + gap;
    }
    if (digits.size() < fewest_digits || word_at(text, end)) return std::nullopt;
    const std::size_t code = country_code(digits);
    if (code == 0 || (code == 1 && digits.size() != 11)) return std::nullopt;
    if (may_be_amount(text, groups)) return std::nullopt;
    return PatternsRead{end, {"phone/+" + digits}};
}

// Whether digits or what joins them stand right before.
bool is_joined(std::string_view text, std::size_t begin) {
    if (begin == 0) return false;
    const char before = text[begin - 1];
    return word_before(text, begin) || before == '+' || before == '/' || before == '$' ||
           ((before == '-' || before == '.' || before == ',') && begin > 1 &&
            is_ascii_alnum(text[begin - 2]));
}

bool goes_on(std::string_view text, std::size_t end) {
    const char next = at_or_nul(text, end);
    return word_at(text, end) || next == '%' ||
           ((next == '-' || next == '.' || next == '/') && is_digit(at_or_nul(text, end + 1)));
}

// 202-555-0143, 202.555.0143 and (202) 555-0143 from its second group on: area and exchange begin
// with 2 to 9 (North American Numbering Plan).
PatternReading read_north_american(std::string_view text, std::size_t at) {
    const std::string_view form = text.substr(at, 12);
    if (form.size() < 12 || (form[3] != '-' && form[3] != '.') || form[7] != form[3] ||
        form[0] < '2' || form[4] < '2')
        return std::nullopt;
    for (const std::size_t digit : {1u, 2u, 5u, 6u, 8u, 9u, 10u, 11u})
        if (!is_digit(form[digit])) return std::nullopt;
    if (!is_digit(form[4]) || goes_on(text, at + 12)) return std::nullopt;
    // 1-800-555-0143
    const bool trunk =
        at >= 2 && text.substr(at - 2, 2) == std::string{'1', form[3]} && !is_joined(text, at - 2);
    if (!trunk && is_joined(text, at)) return std::nullopt;
    std::string value = "phone/";
    for (const char c : form)
        if (is_digit(c)) value += c;
    return PatternsRead{at + 12, {std::move(value)}};
}

// (202) 555-0143, (020) 7946 0018: an area code in brackets, of three digits or with a trunk 0.
PatternReading read_bracketed(std::string_view text, std::size_t at) {
    const std::size_t close = end_of_digits(text, at);
    const std::size_t area = close - at;
    if (at_or_nul(text, close) != ')' || (at >= 2 && word_before(text, at - 1)))
        return std::nullopt;
    const bool trunk = text[at] == '0' && area >= 2 && area <= 6;
    if (!trunk && (area != 3 || text[at] < '2')) return std::nullopt;
    std::string digits(text.substr(at, area));
    std::vector<Group> groups;
    std::size_t end = close;
    for (std::size_t next = close + 1 + (at_or_nul(text, close + 1) == ' ');
         groups.size() < 4 && is_digit(at_or_nul(text, next)); next = end + 1) {
        groups.push_back({next, end_of_digits(text, next)});
        end = groups.back().end;
        if (end - at > 24) return std::nullopt;
        digits += text.substr(next, end - next);
        const char gap = at_or_nul(text, end);
        if (gap != '-' && gap != '.' && (gap != ' ' || !trunk)) break;
    }
    const bool american = groups.size() == 2 && groups[0].size() == 3 && groups[1].size() == 4 &&
                          text[groups[0].begin] >= '2';
    if (!american && !(trunk && digits.size() >= 8 && digits.size() <= 12)) return std::nullopt;
    if (goes_on(text, end)) return std::nullopt;
    return PatternsRead{end, {"phone/" + digits}};
}

// How long each country's IBAN is (ISO 13616 registry).
constexpr std::string_view iban_lengths =
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 "
    "DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 "
    "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
    "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 "
    "SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 ";

// 0: the country has none.
std::size_t iban_length(std::string_view country) {
    for (std::size_t at = 0; at < iban_lengths.size(); at += 5)
        if (iban_lengths.substr(at, 2) == country)
            return std::size_t(iban_lengths[at + 2] - '0') * 10 +
                   std::size_t(iban_lengths[at + 3] - '0');
    return 0;
}

// ISO 7064, MOD 97-10: letters count from A = 10, the first four characters stand last.
bool is_checked(std::string_view iban) {
    unsigned rest = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        rest = is_digit(c) ? rest * 10 + unsigned(c - '0') : rest * 100 + unsigned(c - 'A' + 10);
        rest %= 97;
    }
    return rest == 1;
}

std::string upper_case(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = char(c & ~32);
    return out;
}

}  // namespace

PatternReading read_phone(const PatternPlace& place) {
    const auto& [text, at, from, mark] = place;
    if (at > from && text[at - 1] == '+') return read_international(text, at);
    if (at > from && text[at - 1] == '(')
        if (PatternReading read = read_bracketed(text, at)) return read;
    if (text.substr(at, 2) == "1-" || text.substr(at, 2) == "1.")  // the trunk code of 1-800-...
        return is_joined(text, at) ? std::nullopt : read_north_american(text, at + 2);
    return read_north_american(text, at);
}

PatternReading read_iban(const PatternPlace& place) {
    const auto& [text, at, from, mark] = place;
    if (at < from + 2 || !is_ascii_letter(text[at - 1]) || !is_ascii_letter(text[at - 2]) ||
        word_before(text, at - 2))
        return std::nullopt;
    std::string iban = upper_case(text.substr(at - 2, 2));
    const std::size_t length = iban_length(iban);
    std::size_t end = at;
    while (iban.size() < length && end < text.size()) {
        if (iban.size() % 4 == 0 && text[end] == ' ') ++end;
        if (end >= text.size() || !is_ascii_alnum(text[end])) return std::nullopt;
        iban += upper_case(text.substr(end++, 1));
    }
    if (length == 0 || iban.size() < length || word_at(text, end) || !is_digit(iban[2]) ||
        !is_digit(iban[3]) || !is_checked(iban))
        return std::nullopt;
    return PatternsRead{end, {"iban/" + iban}};
}

}  // namespace morgue::text
