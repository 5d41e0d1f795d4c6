#pragma once
// Words within one or two edits of a word.
#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

// Tells of words, best asked in rising order, whether they are near: letters inserted, left out,
// changed, or swapped with their neighbour (optimal string alignment, in code points).
class Fuzzy {
public:
    Fuzzy(std::string_view word, unsigned edits);

    // Bytes of `candidate` after which no word that begins so can be near; 0 if it may be.
    struct Answer {
        bool near;
        std::size_t dead;
    };
    Answer ask(std::string_view candidate);

private:
    using Row = std::vector<unsigned char>;

    struct Step {
        char32_t letter;
        std::size_t end;  // bytes of the candidate up to here
        Row row;          // distances to each prefix of the word
        bool alive;       // some may still be within reach
    };

    void step(char32_t letter, std::size_t end, std::size_t depth);
    void keep_common(std::string_view candidate);

    std::u32string word_;
    unsigned edits_;
    Row first_;
    std::vector<Step> steps_;  // of the last candidate, as far as it was read
    std::string last_;
};

}  // namespace morgue::text
