#pragma once
// Single lines of a page that are no text of its article, told by how they read.
#include <string_view>

namespace morgue::extract {

// "Read more: ...", "Lesen Sie auch ...": begins what leads to other articles.
bool points_away(std::string_view line);

// A rights line, "Advertisement", "This slideshow requires JavaScript.".
bool is_boilerplate(std::string_view line);

// "Follow us on Twitter and download our app!", "Photo: Jane Doe": what stands below the text.
bool is_sign_off(std::string_view line);

// Whether an address is on another site than `host` ("example.com" for "news.example.com" too).
bool is_other_site(std::string_view address, std::string_view host);

}  // namespace morgue::extract
