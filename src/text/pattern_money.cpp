// Sums of money: a number, its scale, and a currency before or behind.
#include <algorithm>

#include "text/currencies.hpp"
#include "text/pattern_readers.hpp"

namespace morgue::text {

namespace {

constexpr std::size_t most_number_digits = 18, most_decimals = 6;

constexpr std::string_view hard_blanks[] = {"\u00A0", "\u202F", "\u2009"};

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

// Bytes of one blank at `at`, or before it; 0: there is none.
std::size_t blank_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (is_ascii(text[at])) return text[at] == ' ';
    for (const std::string_view blank : hard_blanks)
        if (text.substr(at).starts_with(blank)) return blank.size();
    return 0;
}
std::size_t blank_before(std::string_view text, std::size_t at) {
    const std::string_view head = text.substr(0, at);
    if (at == 0) return 0;
    if (is_ascii(head.back())) return head.back() == ' ';
    for (const std::string_view blank : hard_blanks)
        if (head.ends_with(blank)) return blank.size();
    return 0;
}

bool three_digits_at(std::string_view text, std::size_t at) {
    return at + 3 <= text.size() && is_digit(text[at]) && is_digit(text[at + 1]) &&
           is_digit(text[at + 2]) && (at + 3 == text.size() || !is_digit(text[at + 3]));
}

// A number as written: its digits in groups, each but the first with what stands before it.
struct Written {
    std::size_t end;
    std::vector<std::string_view> groups, parts;

    bool bare() const { return groups.size() == 1; }
};

// Bytes that part two groups of digits; 0: the number ends.
std::size_t parting(std::string_view text, std::size_t at, bool blanks_group) {
    if (at >= text.size()) return 0;
    if (text[at] == ',' || text[at] == '.')
        return at + 1 < text.size() && is_digit(text[at + 1]) ? 1 : 0;
    std::size_t size = text[at] == '\'' ? 1 : text.substr(at, 3) == "’" ? 3 : 0;
    if (size == 0) size = blanks_group || text[at] != ' ' ? blank_at(text, at) : 0;
    return size > 0 && three_digits_at(text, at + size) ? size : 0;
}

Written read_written(std::string_view text, std::size_t at, bool blanks_group) {
    Written out{at, {}, {}};
    while (true) {
        std::size_t end = out.end;
        while (end < text.size() && is_digit(text[end])) ++end;
        out.groups.push_back(text.substr(out.end, end - out.end));
        out.end = end;
        const std::size_t size = parting(text, end, blanks_group);
        if (size == 0 || out.groups.size() > most_number_digits) return out;
        out.parts.push_back(text.substr(end, size));
        out.end = end + size;
    }
}

struct Scale {
    std::size_t end;
    unsigned zeros = 0;

    bool given() const { return zeros > 0; }
};

std::string_view letters_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < 12 &&
           (is_ascii_letter(text[end]) || (text[end] & 0x80) != 0))
        ++end;
    while (end > at && !word_before(text, end)) --end;  // a blank of three bytes, say
    return text.substr(at, end - at);
}

// "$3.5-million", "€2bn", "3 Mio. Euro".
Scale read_scale_word(std::string_view text, std::size_t at, DecimalMark mark) {
    std::size_t begin = at + blank_at(text, at);
    if (begin == at && text.substr(at, 1) == "-") ++begin;
    const std::string_view word = letters_at(text, begin);
    if (word.empty() || word_at(text, begin + word.size())) return {at};
    const std::string small = ascii_lower(word);
    for (const ScaleName& name : scale_names) {
        if (small != name.written) continue;
        const bool short_form = small.size() == 1;
        if (name.use == ScaleUse::continent && mark == DecimalMark::point) continue;
        if (begin > at && (name.use == ScaleUse::tight || (short_form && word != small))) continue;
        std::size_t end = begin + word.size();
        if ((small == "mio" || small == "mrd" || small == "mld") && text.substr(end, 1) == ".")
            ++end;
        return {end, name.zeros};
    }
    return {at};
}

// "5 mil millones", "3 lakh crore": one that is less than a million may scale the next.
Scale read_scale(std::string_view text, std::size_t at, DecimalMark mark) {
    Scale scale = read_scale_word(text, at, mark);
    if (!scale.given() || scale.zeros >= 6) return scale;
    if (const Scale more = read_scale_word(text, scale.end, mark); more.given()) {
        scale.end = more.end;
        scale.zeros += more.zeros;
    }
    return scale;
}

struct Amount {
    std::string whole, decimals;
};

bool are_thousands(const Written& number, std::size_t from, std::size_t to) {
    if (number.groups[0].size() > 3 || number.groups[0] == "0") return false;
    const bool indian = number.parts[from - 1] == ",";  // 1,00,000
    for (std::size_t i = from; i < to; ++i) {
        if (number.parts[i - 1] != number.parts[from - 1]) return false;
        const std::size_t size = number.groups[i].size();
        if (size != 3 && !(indian && size == 2 && i + 1 < to)) return false;
    }
    return true;
}

// What the digits behind the only separator are. Three decimals are rare but of millions.
enum class Tail { decimals, thousands, unknown };
Tail read_tail(const Written& number, DecimalMark mark, const Scale& scale) {
    const std::string_view part = number.parts[0];
    if (part != "," && part != ".") return Tail::thousands;
    if (number.groups[1].size() != 3 || number.groups[0].size() > 3 || number.groups[0] == "0")
        return Tail::decimals;
    if (mark == DecimalMark::point) return part == "." ? Tail::decimals : Tail::thousands;
    if (!scale.given()) return Tail::thousands;
    if (mark == DecimalMark::either) return Tail::unknown;
    return part == "," ? Tail::decimals : Tail::thousands;
}

std::optional<Amount> read_amount(const Written& number, DecimalMark mark, const Scale& scale) {
    const std::size_t count = number.groups.size();
    if (count == 1) return Amount{std::string(number.groups[0]), {}};
    const std::string_view last = number.parts.back();
    const Tail tail = count == 2 ? read_tail(number, mark, scale)
                      : last != number.parts[0] && (last == "," || last == ".") ? Tail::decimals
                                                                                : Tail::thousands;
    const std::size_t whole = tail == Tail::decimals ? count - 1 : count;
    if (tail == Tail::unknown || (whole > 1 && !are_thousands(number, 1, whole)))
        return std::nullopt;
    Amount out;
    for (std::size_t i = 0; i < whole; ++i) out.whole += number.groups[i];
    if (tail == Tail::decimals) out.decimals = number.groups.back();
    return out;
}

// Without superfluous zeros; nothing if it is too long to be a sum.
std::optional<std::string> scaled(Amount amount, unsigned zeros) {
    if (amount.decimals.size() > most_decimals) return std::nullopt;
    amount.decimals.resize(std::max<std::size_t>(amount.decimals.size(), zeros), '0');
    amount.whole += amount.decimals.substr(0, zeros);
    amount.decimals.erase(0, zeros);
    while (amount.decimals.ends_with('0')) amount.decimals.pop_back();
    amount.whole.erase(0, std::min(amount.whole.find_first_not_of('0'), amount.whole.size() - 1));
    if (amount.whole.size() > most_number_digits) return std::nullopt;
    return amount.decimals.empty() ? amount.whole : amount.whole + '.' + amount.decimals;
}

bool is_currency_code(std::string_view code) {
    return code.size() == 3 &&
           currency_codes.find(std::string(code) + ' ') != std::string_view::npos;
}

std::string_view ascii_word_before(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 5 && is_ascii_letter(text[begin - 1])) --begin;
    return text.substr(begin, at - begin);
}

// Whose sign ends at `end`; "CN" of "CN¥" stands before it.
std::string_view currency_of_sign(std::string_view text, std::size_t end) {
    const std::string_view head = text.substr(0, end);
    if (head.empty() || (is_ascii(head.back()) && head.back() != '$')) return {};
    if (head.ends_with('$')) {
        const std::string_view owner = ascii_word_before(text, end - 1);
        if (word_before(text, end - 1 - owner.size())) return {};
        for (const CurrencyName& name : dollar_owners)
            if (name.written == owner) return name.code;
        return {};
    }
    for (const CurrencyName& name : currency_signs) {
        if (!head.ends_with(name.written)) continue;
        const std::string_view owner = ascii_word_before(text, end - name.written.size());
        if (name.code == "¥" && owner == "CN") return "CNY";
        if (name.code == "¥" && owner == "JP") return "JPY";
        if (name.code == "GBP" && owner == "E") return "EGP";
        return word_before(text, end - name.written.size()) ? std::string_view() : name.code;
    }
    return {};
}

// A currency before the number, and whether it is a dollar that may be anybody's.
std::string_view currency_before(std::string_view text, std::size_t at) {
    const std::size_t end = at - blank_before(text, at);
    if (const std::string_view code = currency_of_sign(text, end); !code.empty()) return code;
    const std::string_view word = ascii_word_before(text, end);
    const std::size_t begin = end - word.size();
    const bool of_pair =  // EUR/USD 1.0823
        begin > 1 && text[begin - 1] == '/' && text[begin - 2] >= 'A' && text[begin - 2] <= 'Z';
    if (of_pair || word_before(text, begin)) return {};
    if (word == "RMB" || word == "Rmb") return "CNY";
    return is_currency_code(word) ? word : std::string_view();
}

// "19 euro countries", "a 2016 euro championship".
bool qualifies_more(std::string_view text, std::size_t at) {
    if (at >= text.size() || (text[at] != ' ' && text[at] != '-')) return false;
    const std::string word = ascii_lower(letters_at(text, at + 1));
    for (const std::string_view each : {"zone", "area", "countries", "country", "members", "member",
                                        "nations", "states", "championship", "championships"})
        if (word == each) return true;
    return false;
}

std::size_t skip_of(std::string_view text, std::size_t at) {
    for (const std::string_view of : {"de ", "d'", "d’", "of ", "di "})
        if (text.substr(at).starts_with(of)) return at + of.size();
    return at;
}

struct Currency {
    std::string_view code;
    std::size_t end;
};

Currency currency_in_words(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 20;
    const std::string ahead = ascii_lower(text.substr(at, longest));
    for (const CurrencyName& name : currency_words) {
        const std::size_t end = at + name.written.size();
        if (ahead[0] != name.written[0] || !ahead.starts_with(name.written) || word_at(text, end))
            continue;
        if (name.written == "euro" && qualifies_more(text, end)) return {{}, at};
        return {name.code, end};
    }
    return {{}, at};
}

// A sign, code or word behind the number.
Currency currency_after(std::string_view text, std::size_t at, bool scaled) {
    std::size_t begin = at + blank_at(text, at);
    if (begin >= text.size()) return {{}, at};
    for (const CurrencyName& name : currency_signs) {
        if (is_ascii(text[begin])) break;
        const std::size_t end = begin + name.written.size();
        if (text.substr(begin).starts_with(name.written))
            return {word_at(text, end) ? std::string_view() : name.code, end};
    }
    if (begin == at && text.substr(at, 1) == "-") ++begin;
    if (begin == at) return {{}, at};
    if (scaled) begin = skip_of(text, begin);
    if (is_currency_code(text.substr(begin, 3)) && !word_at(text, begin + 3) &&
        text.substr(begin + 3, 1) != "/")
        return {text.substr(begin, 3), begin + 3};
    return currency_in_words(text, begin);
}

// "in 2015 dollars" tells of prices, not of a sum.
bool may_be_year(const Written& number) {
    const std::string_view digits = number.groups[0];
    return number.bare() && digits.size() == 4 && digits >= "1800" && digits < "2100";
}

// A number behind which a currency may stand: no part of a word, time, range or version.
bool stands_alone(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    if (before == '-') return at > 1 && is_digit(text[at - 2]);
    return !word_before(text, at) && before != '.' && before != ',' && before != ':' &&
           before != '/' && before != '$';
}

// The second number of "$3-5 million", "$3 to 5 million", "$3 to $5 million": its scale may be
// the first one's, too.
struct Range {
    Written number;
    Scale scale;
    bool own_sign;
};
std::optional<Range> read_range(std::string_view text, std::size_t at, DecimalMark mark) {
    std::size_t next = at;
    for (const std::string_view word : {"-", "–", " - ", " – ", " to ", " or ", " and "})
        if (text.substr(at).starts_with(word)) next = at + word.size();
    if (next == at) return std::nullopt;
    bool own_sign = false;
    for (const CurrencyName& name : currency_signs)
        if (text.substr(next).starts_with(name.written))
            next += name.written.size(), own_sign = true;
    while (next < text.size() && next - at < 12 &&
           (is_ascii_letter(text[next]) || text[next] == '$'))
        own_sign = true, ++next;
    if (next >= text.size() || !is_digit(text[next])) return std::nullopt;
    Written number = read_written(text, next, mark != DecimalMark::point);
    const Scale scale = read_scale(text, number.end, mark);
    if (!scale.given() || number.groups[0].size() > 3) return std::nullopt;
    return Range{std::move(number), scale, own_sign};
}

struct Sums {
    PatternsRead read;
    std::string_view code;
    DecimalMark mark;

    void add(const Written& number, const Scale& scale) {
        const auto amount = read_amount(number, mark, scale);
        if (!amount) return;
        if (const auto sum = scaled(*amount, scale.zeros))
            read.values.push_back(("money/" + std::string(code)).append(" ").append(*sum));
    }
};

// Of two sums of which but the second has a scale: both have it if they share the sign. If not, the
// first is not known ("$3 to $5 million", "$500 to $1 million").
PatternsRead read_sum(std::string_view text, const Written& number, const Scale& scale, Sums sums) {
    const auto amount = read_amount(number, sums.mark, scale);
    if (!scale.given() && amount && amount->whole.size() <= 3)
        if (const auto range = read_range(text, number.end, sums.mark)) {
            if (range->own_sign) return std::move(sums.read);
            sums.add(number, range->scale);
            sums.add(range->number, range->scale);
            sums.read.end = range->scale.end;
            return std::move(sums.read);
        }
    sums.add(number, scale);
    return std::move(sums.read);
}

bool is_dollar(std::string_view code) {
    return code.ends_with('D') && code != "USD";
}

}  // namespace

PatternReading read_money(const PatternPlace& place) {
    const auto& [text, at, from, mark] = place;
    const std::string_view before = currency_before(text, at);
    const Written number = read_written(text, at, mark != DecimalMark::point || !before.empty());
    const Scale scale = read_scale(text, number.end, mark);
    const PatternsRead nothing{number.end, {}};
    if (!scale.given() && word_at(text, number.end)) return nothing;
    const Currency after = currency_after(text, scale.end, scale.given());
    if (!before.empty()) {
        const bool disowned = before == "USD" && is_dollar(after.code);  // $500 CAD
        const std::size_t end = disowned ? after.end : scale.end;
        return read_sum(text, number, scale, {{end, {}}, disowned ? after.code : before, mark});
    }
    if (after.code.empty() || !stands_alone(text, at) || (!scale.given() && may_be_year(number)))
        return nothing;
    return read_sum(text, number, scale, {{after.end, {}}, after.code, mark});
}

}  // namespace morgue::text
