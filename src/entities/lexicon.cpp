#include "entities/lexicon.hpp"

#include <algorithm>
#include <string>

#include "entities/hashing.hpp"
#include "text/utf8.hpp"

namespace morgue::entities {

namespace {

// What of a folded word counts: its letters, digits and the marks that tell words apart.
std::string essential(std::string_view folded) {
    std::string out;
    for (const char c : folded)
        if (c != '.' && c != '\'') out += c;
    for (std::size_t at; (at = out.find("’")) != out.npos;) out.erase(at, 3);
    return out.empty() ? std::string(folded) : out;
}

}  // namespace

std::uint64_t folded_hash(std::string_view word) {
    const bool ascii = std::ranges::all_of(word, [](char c) { return (c & 0x80) == 0; });
    if (!ascii) return hash_bytes(essential(text::fold(word)));
    std::string lower(word);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = char(c + 32);
    return hash_bytes(essential(lower));
}

}  // namespace morgue::entities
