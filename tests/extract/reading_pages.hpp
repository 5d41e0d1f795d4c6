#pragma once
// Pages for tests: an article of invented prose in the page that a test describes.
#include <string>

#include "extract/extract.hpp"

inline morgue::Article read_page(const std::string& page) {
    morgue::Article article;
    morgue::extract::read_page(page, article);
    return article;
}

inline const std::string lead =
    "The harbour of Nordhaven was closed on Monday, after a crane had fallen across the main pier.";
inline const std::string middle =
    "Nobody was hurt, the port authority said, but two ships, one of them a ferry, could not "
    "leave.";
inline const std::string end =
    "Engineers hope to clear the pier by Thursday; until then, goods will go through Westport.";

inline std::string paragraph(const std::string& text) {
    return "<p>" + text + "</p>\n";
}

inline const std::string story_html = paragraph(lead) + paragraph(middle) + paragraph(end);
inline const std::string story_text = lead + "\n\n" + middle + "\n\n" + end;
