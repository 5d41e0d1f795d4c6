#pragma once
// What a footnote says of a search, printed. `version` is the program's.
#include <morgue/cite.hpp>
#include <string>
#include <string_view>

#include "render/terminal.hpp"

namespace morgue::render {

void text_citation(std::string& to, const Citation& citation, std::string_view version,
                   const Style& style);
void json_citation(std::string& to, const Citation& citation, std::string_view version);

}  // namespace morgue::render
