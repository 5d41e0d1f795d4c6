#pragma once
// Reading what feeds write: text that may or may not be markup, names of persons, language tags.
#include <string>
#include <string_view>
#include <vector>

#include "core/draft.hpp"
#include "formats/feed_element.hpp"

namespace morgue::formats {

// The text of an element goes to `html` if it is markup, be it escaped, inline or packed in
// base64, else to `plain`. Atom says which it is; in RSS it shows.
void put_text(const FeedElement& element, std::string& plain, std::string& html);

// The text of an element as one plain line, its markup taken off.
std::string plain_line(const FeedElement& element);

// Whether a text that may be HTML is: it has a tag that HTML knows, or a character reference.
bool looks_like_html(std::string_view text);

// "jane@example.org (Jane Doe)" -> "Jane Doe"; empty where only an address is given.
std::string person_name(const FeedElement& element);

// One credit that may name several ("By Jane Doe and John Roe") becomes the byline, names become
// the authors.
void put_authors(std::vector<std::string> names, Article& article);

bool is_blank(std::string_view text);

// BCP 47 separates with hyphens; feeds also write en_US.
std::string language_tag(std::string_view language);

}  // namespace morgue::formats
