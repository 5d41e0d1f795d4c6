#pragma once
// Where sentences and paragraphs end, seen from between two words.
#include <cstddef>
#include <string_view>
#include <vector>

namespace morgue::text {

enum class Break : unsigned char { none, sentence, paragraph };

// What lies between the word text[begin, end) and the next one, which begins at `next`. A paragraph
// ends at a blank line. A full stop ends a sentence
// unless it belongs to an abbreviation or an initial, or a small letter follows.
Break break_between(std::string_view text, std::size_t begin, std::size_t end, std::size_t next);

struct Sentence {
    std::string_view text;   // with its punctuation, no blanks around it
    bool paragraph = false;  // it begins one
};

// A text cut into its sentences; what is parted by a blank line is never one.
std::vector<Sentence> sentences(std::string_view text);

}  // namespace morgue::text
