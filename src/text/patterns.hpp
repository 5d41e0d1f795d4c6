#pragma once
// What stands in a text in a form that is fixed: addresses, numbers with a check, sums of money.
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

inline constexpr std::size_t most_patterns = 256;  // of one article; what follows is not looked at

// Each distinct value once, its kind before it, in one form however it was written:
//   email/jo@example.org          small letters
//   url/https://example.org/a     scheme and host in small letters, no punctuation behind
//   phone/+12025550143            an international number; phone/2025550143: a national one
//   iban/DE89370400440532013000   the check digits are right
//   money/USD 3500000             $3.5 million
// `language` decides what 1.500 is; an empty one reads it as in English. Takes linear time.
std::vector<std::string> find_patterns(std::initializer_list<std::string_view> texts,
                                       std::string_view language);

}  // namespace morgue::text
