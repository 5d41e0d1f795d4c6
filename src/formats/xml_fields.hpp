#pragma once
// Tables that say where in an element the fields of an article stand.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/draft.hpp"
#include "formats/xml_tree.hpp"

namespace morgue::formats {

// A place: down first children, the attribute of that name, or the text where it is empty.
struct XmlPlace {
    std::string_view path, attribute;
};

struct XmlField {
    std::string Article::*field;
    XmlPlace place;
};

// What stands in the place, on one line.
std::string value_at(XmlElement root, const XmlPlace& place);

// Fills the fields that are empty; of several rows for one field the first that holds something.
void fill_fields(XmlElement root, std::span<const XmlField> fields, Article& article);

// All that stands in the places, in their order, what is empty left out.
std::vector<std::string> values_at(XmlElement root, std::span<const XmlPlace> places);

// Adds what stands in an attribute, or in the text, of each element.
void add_values(const std::vector<XmlElement>& elements, std::string_view attribute,
                std::vector<std::string>& to);

// Fills what is empty in `to`: a story may be told by more than one part of a file.
void fill_empty(core::Draft& to, core::Draft from);

// The text of a story that may be HTML: to `body_html` or `body`.
void put_body(std::string text, core::Draft& draft);

}  // namespace morgue::formats
