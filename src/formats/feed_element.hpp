#pragma once
// An element of a feed, read whole: its text, its markup, what holds for it.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/xml_pull.hpp"

namespace morgue::formats {

// The vocabularies that feeds mix, whatever address or prefix they are known by.
enum class Vocabulary : std::uint8_t {
    none,
    rss,
    atom,
    dc,
    dcterms,
    content,
    media,
    xhtml,
    rdf,
    excerpt,    // of WordPress
    wordpress,  // its export
    other
};
Vocabulary vocabulary(std::string_view ns);

// Feeds write names in any case ("pubdate", CDF's "ITEM").
bool is_name(std::string_view name, std::string_view wanted);

// An element with all that is in it.
struct FeedElement {
    struct Child {
        std::string name, text;
    };

    Vocabulary vocabulary = Vocabulary::other;
    std::string ns, name;
    std::vector<XmlAttribute> attributes;
    std::string text;             // all character data
    std::string markup;           // the same with the elements in it, as HTML; if marked
    bool marked = false;          // whether there are any elements in it
    std::vector<Child> children;  // the elements directly in it
    std::string base, language;   // xml:base and xml:lang as they hold for it

    std::string_view attribute(std::string_view local) const;  // in any case
    std::string_view child(std::string_view local) const;      // its text; empty if there is none
    std::size_t bytes() const;                                 // of memory, roughly
};

// Reads on to the end of the element that `start`, just pulled, begins. Throws core::BadInput
// "item-too-large" beyond 64 MiB.
FeedElement read_element(XmlPull& pull, const XmlEvent& start);

}  // namespace morgue::formats
