#pragma once
// Words with wildcards: * stands for any letters or none, ? for one.
#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

// A word of a query, which may have wildcards.
struct WildWord {
    std::string folded;  // letters folded as text::Words does
    bool wild = false;   // has a * or ?
    bool stemmable = false;
    bool operator==(const WildWord&) const = default;
};

// The words of a text as text::Words cuts it, but that wildcards join what they touch. A ? counts
// only before a letter or another wildcard ("te?t"; "why?" is a word and a mark).
std::vector<WildWord> wild_words(std::string_view text);

// Whether a folded word matches a folded pattern. Time: product of the lengths.
bool matches(std::string_view pattern, std::string_view word);

// What stands before the first wildcard.
std::string_view literal_prefix(std::string_view pattern);

}  // namespace morgue::text
