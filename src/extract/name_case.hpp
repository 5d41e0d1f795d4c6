#pragma once
// Names printed in capitals, written as names: "JANE O'BRIEN-SMITH" -> "Jane O'Brien-Smith".
#include <string>
#include <string_view>

namespace morgue::extract {

// Changes only words that are capitals throughout; initials, Roman numbers and a lone word that
// may be an abbreviation stay. Whether "MCDONALD" is McDonald nobody can tell: it is Mcdonald.
std::string person_case(std::string_view name);

// The same for a place, where a lone word is a name too: "CARACAS" -> "Caracas".
std::string place_case(std::string_view name);

// Whether there are letters and all of them are capitals.
bool is_all_capitals(std::string_view text);

}  // namespace morgue::extract
