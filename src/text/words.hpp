#pragma once
// Cutting text into words as the index knows them. Articles and queries go through the same code,
// so a word is found in whatever form it was typed.
//
// A word is a maximal run of letters, marks and digits, folded (text::fold). Inside it
//   an apostrophe joins                    O'Brien -> obrien, don't -> dont
//   but a possessive 's is dropped         Reagan's -> reagan
//   and an elision stands alone            l'homme -> l, homme
//   a full stop between letters joins      U.S. -> us
//   & between capitals joins               AT&T -> at&t
//   a comma between thousands joins        1,000 -> 1000;  3.5 stays 3.5
// Chinese and Japanese runs give overlapping pairs of characters (a lone one stands alone).
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

struct Word {
    std::string_view folded;         // valid until the next word; at most `max_word` bytes
    std::size_t begin = 0, end = 0;  // bytes of the text it was read from
    bool stemmable = false;          // starts with a letter of an alphabet
    bool capital = false;            // some letter is a capital
    bool small = false;              // some letter is not, where there are capitals
};

inline constexpr std::size_t max_word = 64;  // bytes; what is longer is cut

class Words {
public:
    explicit Words(std::string_view text) : text_(text) { folded_.reserve(max_word + 8); }

    // The next word, or nullptr at the end.
    const Word* next();

private:
    bool find_start();
    void read_word();
    bool read_ascii_word();
    void read_any_word();
    bool read_ideographs();
    void note_case(char32_t c);
    bool joins(std::size_t at, std::size_t after) const;
    void drop_possessive();

    std::string_view text_;
    std::size_t at_ = 0;
    std::string folded_;
    std::size_t possessive_ = 0;  // length of folded_ before an apostrophe; 0: none
    bool small_before_ = false;   // word_.small there
    bool in_ideographs_ = false;  // at_ is inside a run of which a pair was given
    Word word_;
};

// The folded words of a text, as a list.
std::vector<std::string> words(std::string_view text);

// How a name is matched: its folded words, one blank between ("U.S. Steel" -> "us steel").
std::string name_key(std::string_view name);

// How many words a text has.
std::size_t count_words(std::string_view text);

}  // namespace morgue::text
