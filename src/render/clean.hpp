#pragma once
// Text for documents that other programs read and people open in anything: no control character of
// an article gets into them.
#include <string>
#include <string_view>
#include <vector>

namespace morgue::render {

// Without control characters, those that turn the direction of text among them; line ends and tabs
// stay. Ill-formed bytes become U+FFFD.
std::string clean(std::string_view text);

// The same on one line.
std::string clean_line(std::string_view text);

// The paragraphs of a text, cleaned, that is: what blank lines part.
std::vector<std::string> clean_paragraphs(std::string_view text);

// An address that a document may link to: of http or https, what would end the link
// percent-encoded; empty for any other.
std::string link_to(std::string_view url);

}  // namespace morgue::render
