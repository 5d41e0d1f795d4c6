#pragma once
// What a page says about its article in JSON-LD (schema.org), however broken.
#include <string>
#include <string_view>
#include <vector>

namespace morgue::extract {

// Every text as it is written there, entities decoded.
struct LinkedData {
    bool is_article = false;    // not merely a web page
    bool is_live_blog = false;  // it grows
    bool is_paid = false;       // not free to read
    std::string headline, name, subheadline, description;
    std::string body;  // paragraphs parted by one blank line, as far as they are told apart
    std::string published, modified;
    std::string publisher, section, language, url, copyright;
    std::vector<std::string> authors, keywords;
};

// From the contents of the page's <script type="application/ld+json"> elements: the first article
// there, and what it lacks from the page it is on.
LinkedData read_linked_data(const std::vector<std::string_view>& scripts);

}  // namespace morgue::extract
