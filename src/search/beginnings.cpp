#include "search/beginnings.hpp"

#include <array>

namespace morgue::search {

namespace {

enum Kind : unsigned char { mark, blank, letter };

// Every byte that is not ASCII counts as a letter here.
constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> out{};
    for (int c = 0; c < 256; ++c)
        out[std::size_t(c)] = c == ' ' || (c >= '\t' && c <= '\r') ? blank
                              : (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                                      (c >= 'a' && c <= 'z') || c >= 0x80
                                  ? letter
                                  : mark;
    return out;
}();

unsigned char upper(unsigned char c) {
    return c >= 'a' && c <= 'z' ? static_cast<unsigned char>(c - 32) : c;
}

Kind kind(char c) {
    return kinds[static_cast<unsigned char>(c)];
}

}  // namespace

Beginnings::Beginnings() {
    for (unsigned byte = 0; byte < 256; ++byte) flags_[byte] = kinds[byte] == letter ? in_word : 0;
}

void Beginnings::add_pair(Pairs& pairs, unsigned char first, unsigned char second) {
    for (const unsigned char f : {first, upper(first)})
        for (const unsigned char s : {second, upper(second)}) pairs.set(std::size_t(f) << 8 | s);
}

// A letter, then one of ASCII; any of them where the second is not known. Bytes that are not ASCII
// may fold to any letter, and a mark may be left out (U.S.).
void Beginnings::add_after(Pairs& pairs, std::string_view letters) {
    const auto first = static_cast<unsigned char>(letters[0]);
    for (unsigned second = 0; second < 256; ++second)
        if (letters.size() == 1 || kinds[second] != letter || second >= 0x80)
            add_pair(pairs, first, static_cast<unsigned char>(second));
    if (letters.size() > 1) add_pair(pairs, first, static_cast<unsigned char>(letters[1]));
}

void Beginnings::add(std::string_view folded) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    for (unsigned foreign = 0x80; foreign < 256; ++foreign) flags_[foreign] |= begins;
    if (folded.empty()) {
        for (unsigned byte = 0; byte < 256; ++byte)
            if (kinds[byte] == letter) flags_[byte] |= begins;
        first_two_->set();
        next_two_->set();
        return;
    }
    if (!is_ascii(folded[0])) return;
    const auto first = static_cast<unsigned char>(folded[0]);
    flags_[first] |= begins;
    flags_[upper(first)] |= begins;
    add_after(*first_two_, folded.substr(0, 2));
    if (folded.size() == 1) all_second_[first] = all_second_[upper(first)] = true;
    if (folded.size() > 1 && is_ascii(folded[1])) add_after(*next_two_, folded.substr(1, 2));
}

bool Beginnings::goes_on(std::string_view text, std::size_t at) const {
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned char>(i < text.size() ? text[i] : ' ');
    };
    const unsigned char first = byte(at), second = byte(at + 1), third = byte(at + 2);
    if (first >= 0x80) return true;
    if (!(*first_two_)[std::size_t(first) << 8 | second]) return false;
    return second >= 0x80 || kinds[second] != letter || all_second_[first] ||
           (*next_two_)[std::size_t(second) << 8 | third];
}

// Nearly all of a text is passed over by one look at each byte and the one before.
std::size_t Beginnings::next_beginning(std::string_view text, std::size_t at) const {
    const auto flags = [&](std::size_t i) { return flags_[static_cast<unsigned char>(text[i])]; };
    unsigned before = at > 0 ? flags(at - 1) : 0;
    for (; at < text.size(); ++at) {
        const unsigned here = flags(at);
        if ((here & ~(before << 1) & begins) && goes_on(text, at)) return at;
        before = here;
    }
    return at;
}

std::string_view Beginnings::next(std::string_view text, std::size_t at) const {
    const std::size_t place = next_beginning(text, at);
    if (place == text.size()) return {};
    std::size_t begin = place, end = place;
    while (begin > at && kind(text[begin - 1]) != blank) --begin;
    while (end < text.size() && kind(text[end]) != blank) ++end;
    return text.substr(begin, end - begin);
}

}  // namespace morgue::search
