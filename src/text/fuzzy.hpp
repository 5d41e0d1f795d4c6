#pragma once
// Words within one or two edits of a word.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

// Tells of words, best asked in rising order, whether they are near: letters inserted, left out,
// changed, or swapped with their neighbour (optimal string alignment, in code points).
class Fuzzy {
public:
    Fuzzy(std::string_view word, unsigned edits);

    // `dead`: bytes of `candidate` after which no word that begins so can be near; 0 if it may be.
    struct Answer {
        bool near;
        std::size_t dead;
    };
    Answer ask(std::string_view candidate);

    // Of a candidate that was dead: no word between it and this one is near. Empty if none is that
    // comes behind it.
    std::string next() const;

private:
    using Row = std::vector<unsigned char>;

    struct Step {
        char32_t letter;
        std::size_t end;  // bytes of the candidate up to here
        Row row;          // distances to each prefix of the word
        bool alive;       // some may still be within reach
    };

    Step step(char32_t letter, std::size_t end, std::size_t depth) const;
    bool may_be_swapped(char32_t letter, const Row& above) const;
    std::optional<char32_t> next_letter(std::size_t depth) const;
    void keep_common(std::string_view candidate);

    std::u32string word_, letters_;  // the latter in order
    unsigned edits_;
    Row first_;
    std::vector<Step> steps_;  // of the last candidate, as far as it was read
    std::string last_;
};

}  // namespace morgue::text
