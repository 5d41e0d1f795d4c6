#pragma once
// The titles a page states for machines, and the names of sites in them.
#include <string>
#include <string_view>
#include <vector>

#include "extract/page.hpp"

namespace morgue::extract {

// Letters and digits only, folded: for comparing a title with a heading.
std::string bare(std::string_view text);

std::size_t words_in(std::string_view text);

// Whether a part of a title is the name of the site ("The Paper" of "Oil falls - The Paper").
bool names_site(std::string_view part, const Page& page);

struct Title {
    std::string_view rule;  // where it stands: "og:title"
    std::string text;       // without the name of the site
    std::string stated;     // as it stands there
    std::string bare;
};

// Best first, the window's title last; none that only names the site.
std::vector<Title> stated_titles(const Page& page);

// A title cut at what commonly parts a headline from section and site: "a | b - c" is three.
std::vector<std::string_view> title_parts(std::string_view title);

}  // namespace morgue::extract
