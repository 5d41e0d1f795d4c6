#pragma once
// What `morgue help` prints, all of it from the tables of commands and options.
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace morgue::cli {

std::string overview();
std::string manual_of(const Command& command);

// The query language, from its table of forms.
std::string query_manual();

}  // namespace morgue::cli
