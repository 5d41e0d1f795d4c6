#pragma once
// Tags and notes, printed.
#include <morgue/archive.hpp>
#include <string>
#include <vector>

#include "render/terminal.hpp"

namespace morgue::render {

void text_tags(std::string& to, const std::vector<TagCount>& tags, const Style& style);
void json_tags(std::string& to, const std::vector<TagCount>& tags);
void csv_tags(std::string& to, const std::vector<TagCount>& tags, const Style& style);

// "2 articles changed", "2 of 3 articles changed"
std::string tagged_text(std::uint64_t changed, std::uint64_t found);

// The note alone; with the article it is on.
void text_note(std::string& to, const Article& article, const Style& style);
void text_noted(std::string& to, const Article& article, const Style& style);

}  // namespace morgue::render
