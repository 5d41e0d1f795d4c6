#pragma once
// Keywords in context, printed.
#include <morgue/explore/kwic.hpp>
#include <string>

#include "render/terminal.hpp"

namespace morgue::render {

// The matches stand below each other; `width` columns in all.
void text_kwic(std::string& to, const Kwic& kwic, const Style& style, std::size_t width);
void csv_kwic(std::string& to, const Kwic& kwic, const Style& style);
void json_kwic(std::string& to, const Kwic& kwic, std::string_view query);

}  // namespace morgue::render
