#pragma once
// UTF-8: walking it, repairing it, composing it. Nothing here fails: what is not UTF-8 becomes
// U+FFFD.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace morgue::text {

// The code point at `at` (which is moved past it); U+FFFD for an ill-formed byte. at < size.
char32_t decode(std::string_view text, std::size_t& at);

void append(std::string& to, char32_t c);

// How many bytes from the front on are ASCII.
std::size_t ascii_run(std::string_view text);

bool is_valid_utf8(std::string_view text);

// Ill-formed bytes replaced by U+FFFD.
std::string repair_utf8(std::string text);

// Number of code points; of the first `bytes` bytes.
std::size_t code_points(std::string_view text);

// The byte offset of code point `n` (text.size() when there are fewer).
std::size_t byte_offset(std::string_view text, std::size_t n);

// NFC. Text that is composed already is returned as it is, quickly.
std::string compose(std::string text);

// How many bytes from the front on are words of visible ASCII, parted by single blanks; it does not
// end in a blank.
std::size_t plain_run(std::string_view text);

// White space runs (of every Unicode kind, control characters among them) become one blank, the
// ends are trimmed: a field of one line.
std::string one_line(std::string_view text);

// Line ends become \n, trailing blanks go, control characters become blanks, and paragraphs are
// parted by exactly one blank line; single line ends stay, and so does the indentation of the lines
// within a paragraph.
std::string tidy_paragraphs(std::string_view text);

bool is_space(char32_t c);   // White_Space, and U+200B, U+FEFF
bool is_letter(char32_t c);  // category L
bool is_upper(char32_t c);
bool is_lower(char32_t c);

// A mark that readers leave out when they type: combining diacritics, Hebrew points, Arabic
// vowel signs. (Not the vowel signs of Indic scripts or Thai, which spell the word.)
bool is_accent(char32_t c);

// For comparing and matching: NFKC, case folded, accents removed ("Nicolás" -> "nicolas").
std::string fold(std::string_view text);

// Simple lower and upper case of a whole text, length may change.
std::string lower(std::string_view text);
std::string upper(std::string_view text);

}  // namespace morgue::text
