#include "extract/ladder.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace morgue::extract {
namespace {

constexpr std::size_t most_rivals = 12, longest_text = 300;  // bytes

std::string shown(std::string_view text) {
    std::string line = text::one_line(text);
    if (line.size() <= longest_text) return line;
    std::size_t end = longest_text;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    return line.substr(0, end) + "...";
}

// Rules that read the same are no rivals.
bool is_new(const Origin& origin, std::string_view text) {
    return origin.given.text != text &&
           std::ranges::none_of(origin.rivals,
                                [&](const Reading& each) { return each.text == text; });
}

}  // namespace

void note(Origins* origins, std::string_view field, std::string_view rule, std::string_view text) {
    if (!origins) return;
    Reading reading{std::string(rule), shown(text)};
    const auto known = std::ranges::find(*origins, field, &Origin::field);
    if (known == origins->end())
        origins->push_back({std::string(field), std::move(reading), {}});
    else if (is_new(*known, reading.text) && known->rivals.size() < most_rivals)
        known->rivals.push_back(std::move(reading));
}

void supersede(Origins* origins, std::string_view field, std::string_view rule,
               std::string_view text) {
    if (!origins) return;
    const auto known = std::ranges::find(*origins, field, &Origin::field);
    if (known == origins->end()) return note(origins, field, rule, text);
    known->rivals.insert(known->rivals.begin(), std::move(known->given));
    known->given = {std::string(rule), shown(text)};
}

}  // namespace morgue::extract
