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

void Beginnings::add_pair(unsigned char first, unsigned char second) {
    for (const unsigned char f : {first, upper(first)}) {
        firsts_[f] = true;
        for (const unsigned char s : {second, upper(second)}) pairs_->set(std::size_t(f) << 8 | s);
    }
}

// Bytes that are not ASCII may fold to any letter, and a mark may be left out (U.S.).
void Beginnings::add(std::string_view folded) {
    if (folded.empty()) {
        firsts_.fill(true);
        pairs_->set();
        return;
    }
    for (unsigned foreign = 0x80; foreign < 256; ++foreign) {
        firsts_[foreign] = true;
        for (unsigned byte = 0; byte < 256; ++byte) pairs_->set(std::size_t(foreign) << 8 | byte);
    }
    if (static_cast<unsigned char>(folded[0]) >= 0x80) return;
    const auto first = static_cast<unsigned char>(folded[0]);
    for (unsigned second = 0; second < 256; ++second)
        if (folded.size() == 1 || kinds[second] != letter || second >= 0x80)
            add_pair(first, static_cast<unsigned char>(second));
    if (folded.size() > 1) add_pair(first, static_cast<unsigned char>(folded[1]));
}

bool Beginnings::may_begin(std::string_view text, std::size_t at) const {
    const auto first = static_cast<unsigned char>(text[at]);
    if (kinds[first] != letter || (at > 0 && kind(text[at - 1]) == letter)) return false;
    const auto second = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : ' ');
    return (*pairs_)[std::size_t(first) << 8 | second];
}

std::string_view Beginnings::next(std::string_view text, std::size_t at) const {
    std::size_t place = at;
    while (place < text.size() &&
           !(firsts_[static_cast<unsigned char>(text[place])] && may_begin(text, place)))
        ++place;
    if (place == text.size()) return {};
    std::size_t begin = place, end = place;
    while (begin > at && kind(text[begin - 1]) != blank) --begin;
    while (end < text.size() && kind(text[end]) != blank) ++end;
    return text.substr(begin, end - begin);
}

}  // namespace morgue::search
