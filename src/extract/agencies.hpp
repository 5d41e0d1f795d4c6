#pragma once
// The news agencies, and the words by which a publication is told from a person.
#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::extract {

// How the agency of that name is written ("REUTER" -> "Reuters", "dpa/lni" -> "dpa"); empty if the
// text is no agency's name.
std::string_view agency_name(std::string_view text);

// The agency that begins the text, or the one that ends it: its name and how many bytes it takes.
struct AgencyPart {
    std::string_view name;
    std::size_t length = 0;
};
AgencyPart leading_agency(std::string_view text);
AgencyPart trailing_agency(std::string_view text);

// Whether a name holds a word of publications and companies: "Daily News", "Acme Ltd".
bool is_publication(std::string_view name);

// Whether a name is surely no person's: "Bund der Wetterkundigen e.V.", "paper.example".
bool is_organisation(std::string_view name);

// Whether a text holds a word of newspaper jobs: "Staff Writer", "Redaktion".
bool is_role(std::string_view text);

}  // namespace morgue::extract
