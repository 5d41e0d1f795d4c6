#pragma once
// From what a format knew to an article: the rules that find headline, byline, dateline, dates and
// main text. Pure functions: they cannot fail, what they cannot find stays empty.
#include <morgue/article.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/draft.hpp"

namespace morgue::extract {

// The one entry point: every field that the draft lacks is looked for, every text is tidied
// (NFC, no control characters, one line or clean paragraphs).
Article complete(core::Draft draft);

// ---- dates (date.cpp)

// The first date a text begins with or consists of, in any form news uses: ISO 8601, RFC 3339,
// RFC 822, "Sept. 3, 2024, 4:05 p.m. EDT", "3 September 2024", "26-FEB-1987 15:01:01.79",
// "3 JAN 90", "20250928T101500Z", month names of several languages. Nothing when there is no
// date, it lacks its year, or it is impossible.
std::optional<Date> read_date(std::string_view text);

// ---- bylines (byline.cpp)

struct Byline {
    std::vector<std::string> authors;  // names, agencies and roles left out
    std::string agency;                // "Reuters" of "By Jane Doe, Reuters"; empty if none
};

// "By Jane Doe and John Roe, Associated Press" -> the two names, and the agency. ALL CAPS are
// folded to names.
Byline read_byline(std::string_view text);

// Whether a line of text looks like a byline ("By JANE DOE", "Von Max Muster").
bool is_byline(std::string_view line);

// ---- datelines (dateline.cpp)

struct Dateline {
    std::size_t length = 0;    // bytes of the text the dateline takes, its dash and blanks included
    std::string text;          // verbatim but for white space: "CARACAS, Venezuela (AP) -"
    std::string located;       // the place as news prints it: "Caracas"
    std::string agency;        // "AP"; empty if none
    std::optional<Date> date;  // only when its year is given
};

// The dateline with which a body begins.
std::optional<Dateline> read_dateline(std::string_view body);

// ---- rights (rights.cpp)

struct Rights {
    std::string copyright;  // the rights line, verbatim: "© 2025 Bloomberg"
    std::string source;     // the holder, where it is a publication or agency
};

// Takes rights lines, agency disclaimers and end marks ("Reuter", "ENDS", "-30-") off the end of a
// body, changing it.
Rights take_rights(std::string& body);

// Whether a line says who holds the rights: "(c) 2025 The Paper. All rights reserved."
bool is_rights_notice(std::string_view line);

// The publication or agency that holds them; empty if it is not told from a person or company.
std::string rights_holder(std::string_view line);

// ---- plain stories (story.cpp)

// Fills the empty fields of the article from a story printed in one piece.
void read_story(std::string_view story, Article& article, std::vector<Origin>* origins = nullptr);

// ---- pages (page.cpp and page_*.cpp)

// Fills the empty fields of the article from a whole HTML page (UTF-8).
void read_page(std::string_view page, Article& article, std::vector<Origin>* origins = nullptr);

// The plain text of an HTML fragment: paragraphs parted by one blank line, scripts and styles
// left out, entities decoded.
std::string fragment_text(std::string_view html);

}  // namespace morgue::extract
