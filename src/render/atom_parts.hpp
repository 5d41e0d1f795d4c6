#pragma once
// What the feeds that are written have in common (Atom, RFC 4287).
#include <morgue/article.hpp>
#include <string>
#include <string_view>

namespace morgue::render {

// <name>text</name> and a line end; nothing without a text.
void add_element(std::string& to, std::string_view name, std::string_view text);

// A moment as Atom wants it: with seconds and an offset.
std::string atom_time(const Date& date);

// The guid where it is an IRI, else one made of the archive's uuid and the id.
std::string atom_id(std::string_view guid, std::string_view uuid, ArticleId id);

}  // namespace morgue::render
