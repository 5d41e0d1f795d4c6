#include "index/spellings.hpp"

#include <algorithm>
#include <functional>

#include "text/words.hpp"

namespace morgue::index {

namespace {

constexpr std::size_t accents_count = 10;  // times as much as an article without them

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether its key is the text in lower case.
bool is_plain(std::string_view text) {
    bool blank = true;
    for (const char c : text) {
        if (!is_letter(c) && (c != ' ' || blank)) return false;
        blank = c == ' ';
    }
    return !blank && text.size() <= text::max_word;
}

// Letters beyond ASCII, not quotation marks and dashes.
bool has_accents(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xC3 && byte < 0xE2;
    });
}

}  // namespace

std::size_t ValueSums::Hash::operator()(std::string_view value) const {
    if (!names) return std::hash<std::string_view>{}(value);
    if (!is_plain(value)) return std::hash<std::string>{}(text::name_key(value));
    char lower[text::max_word];
    std::transform(value.begin(), value.end(), lower, [](char c) { return char(c | 0x20); });
    return std::hash<std::string_view>{}({lower, value.size()});
}

bool ValueSums::Equal::operator()(std::string_view a, std::string_view b) const {
    return a == b || (names && text::name_key(a) == text::name_key(b));
}

void ValueSums::add(std::string_view value, std::size_t count) {
    auto& [text, sum] = *sums_.try_emplace(value).first;
    sum.total += count;
    if (text == value) {
        sum.first += count;
        return;
    }
    const auto known = std::find_if(sum.further.begin(), sum.further.end(),
                                    [&](const Spelling& each) { return each.text == value; });
    if (known == sum.further.end())
        sum.further.push_back({value, count});
    else
        known->count += count;
}

bool ValueSums::is_better(const Spelling& a, const Spelling& b) {
    const auto worth = [](const Spelling& each) {
        return each.count * (has_accents(each.text) ? accents_count : 1);
    };
    return worth(a) != worth(b) ? worth(a) > worth(b) : a.text < b.text;
}

std::string_view ValueSums::spelling(const Sums::value_type& sum) {
    Spelling best{sum.first, sum.second.first};
    for (const Spelling& each : sum.second.further)
        if (is_better(each, best)) best = each;
    return best.text;
}

std::vector<Facet::Bucket> ValueSums::most_frequent(std::size_t most) const {
    std::vector<Spelling> values;
    values.reserve(sums_.size());
    for (const auto& sum : sums_)
        values.push_back(
            {sum.second.further.empty() ? sum.first : spelling(sum), sum.second.total});
    const std::size_t kept = most ? std::min(most, values.size()) : values.size();
    std::partial_sort(values.begin(), values.begin() + std::ptrdiff_t(kept), values.end(),
                      [](const Spelling& a, const Spelling& b) {
                          return a.count != b.count ? a.count > b.count : a.text < b.text;
                      });
    std::vector<Facet::Bucket> out;
    out.reserve(kept);
    for (std::size_t i = 0; i < kept; ++i)
        out.push_back({std::string(values[i].text), values[i].count});
    return out;
}

}  // namespace morgue::index
