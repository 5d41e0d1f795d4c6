#pragma once
// The words that may follow `morgue entities`: each reads its own operands behind the word and
// returns the exit code.
#include <morgue/archive.hpp>

#include "cli/console.hpp"
#include "cli/options.hpp"

namespace morgue::cli {

int show_entity(const Arguments& arguments, Console& console);
int suggest_entities(const Arguments& arguments, Console& console);
int correct_entity(const Arguments& arguments, Console& console);
int list_corrections(const Arguments& arguments, Console& console);
int undo_correction(const Arguments& arguments, Console& console);

// The operands behind the word; throws Error usage when there is none.
std::vector<std::string> names_behind(const Arguments& arguments, std::string_view usage);

// Of which kind all the names are: --type, else what the archive knows. Throws Error usage when
// that leaves several, or none.
Entity::Kind kind_of_names(const Arguments& arguments, const ArchiveReader& archive,
                           const std::vector<std::string>& names);

}  // namespace morgue::cli
