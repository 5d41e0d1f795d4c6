#pragma once
// Aligned tables of text.
#include <morgue/field.hpp>
#include <morgue/search.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "render/terminal.hpp"

namespace morgue::render {

std::string_view kind_name(Field::Kind kind);  // "text", "value", ...

// Adds the text, made visible and cut, then blanks up to the width.
void append_cell(std::string& to, std::string_view text, std::size_t width);
void append_number(std::string& to, std::string_view digits, std::size_t width);  // to the right

// A bar as long as count / most of `width` columns, to an eighth of one; never empty for a count.
std::string bar(std::size_t count, std::size_t most, std::size_t width);

// "no article", "1 article", "1,234 articles"
std::string articles_text(std::uint64_t count);

// What a request counts: "stories", "different article", "words"
std::string_view unit_name(const SearchRequest& request, bool one = false);

// "no story", "1 different article", "3,000 words"
std::string counted_text(std::uint64_t count, const SearchRequest& request);

// "12.3 MB"
std::string bytes_text(std::uint64_t bytes);

}  // namespace morgue::render
