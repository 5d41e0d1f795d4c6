#include "text/patterns.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <unordered_set>

#include "text/pattern_readers.hpp"
#include "text/utf8.hpp"

namespace morgue::text {

namespace {

// Languages that write 1.500,25.
constexpr std::array<std::string_view, 30> comma_languages{
    "bg", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "hr", "hu", "id",
    "is", "it", "lt", "lv", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr"};
static_assert(std::is_sorted(comma_languages.begin(), comma_languages.end()));

DecimalMark decimal_mark_of(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    if (!std::binary_search(comma_languages.begin(), comma_languages.end(), primary))
        return DecimalMark::point;
    return primary == "es" ? DecimalMark::either : DecimalMark::comma;  // Mexico: 1,500.25
}

enum class Sign : unsigned char { none, digit, at, colon, stop };

constexpr auto signs = [] {
    std::array<Sign, 256> table{};
    for (unsigned char c = '0'; c <= '9'; ++c) table[c] = Sign::digit;
    table['@'] = Sign::at;
    table[':'] = Sign::colon;
    table['.'] = Sign::stop;
    return table;
}();

Sign sign_of(char c) {
    return signs[static_cast<unsigned char>(c)];
}

// The next byte from `.` to `@`, among which are all that tell; eight at a time.
std::size_t next_sign(std::string_view text, std::size_t at) {
    constexpr std::uint64_t each = 0x0101010101010101, high = 0x80 * each;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t bytes;
        std::memcpy(&bytes, text.data() + at, 8);
        const std::uint64_t low = bytes & ~high;
        const std::uint64_t found =
            (low + (0x80 - '.') * each) & ~(low + (0x7F - '@') * each) & ~bytes & high;
        if (found) return at + std::size_t(std::countr_zero(found)) / 8;
    }
    while (at < text.size() && (text[at] < '.' || text[at] > '@')) ++at;
    return at;
}
static_assert(std::endian::native == std::endian::little);

class PatternFinder {
public:
    explicit PatternFinder(DecimalMark mark) : decimal_mark_(mark) {}

    void read(std::string_view text) {
        PatternPlace place{text, 0, 0, decimal_mark_};
        while (found_.size() < most_patterns) {
            place.at = next_sign(text, place.at);
            if (place.at >= text.size()) return;
            if (const PatternReading read = read_at(place)) {
                place.at = place.from = read->end;
                for (const std::string& value : read->values) add(value);
            } else {
                pass(place);
            }
        }
    }

    std::vector<std::string> take() { return std::move(found_); }

private:
    static PatternReading read_at(const PatternPlace& place) {
        switch (sign_of(place.text[place.at])) {
            case Sign::at:
                return read_email(place);
            case Sign::colon:
            case Sign::stop:
                return read_url(place);
            case Sign::digit:
                if (PatternReading phone = read_phone(place)) return phone;
                if (PatternReading iban = read_iban(place)) return iban;
                return read_money(place);
            case Sign::none:
                break;
        }
        return std::nullopt;
    }

    // Digits are passed over together: a number is read from its beginning or not at all.
    static void pass(PatternPlace& place) {
        const bool number = is_digit(place.text[place.at++]);
        while (number && place.at < place.text.size() && is_digit(place.text[place.at])) ++place.at;
    }

    void add(const std::string& value) {
        if (found_.size() < most_patterns && seen_.insert(value).second) found_.push_back(value);
    }

    DecimalMark decimal_mark_;
    std::unordered_set<std::string> seen_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> find_patterns(std::initializer_list<std::string_view> texts,
                                       std::string_view language) {
    PatternFinder finder(decimal_mark_of(language));
    for (const std::string_view text : texts) finder.read(text);
    return finder.take();
}

bool word_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    if (static_cast<unsigned char>(text[at]) < 0x80) return is_ascii_alnum(text[at]);
    return is_letter(decode(text, at));
}

bool word_before(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && (text[begin] & 0xC0) == 0x80) --begin;
    return word_at(text, begin);
}

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c | 32);
    return out;
}

}  // namespace morgue::text
