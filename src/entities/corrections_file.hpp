#pragma once
// entities.toml, in which a person corrects the names that were recognised: its lines as values,
// and changing a line without touching the rest. Every line stands for itself, so that a mistake
// costs nothing else:
//
//   [merge.person]
//   "Nicolas Maduro Moros" = "Nicolás Maduro"   # the same: found and counted as one
//   [alias.organisation]
//   "Fed" = "Federal Reserve"                   # who looks for the left finds the right, too
//   [split.person]
//   "Bush" = ["George Bush", "Jeb Bush"]        # not the same: never joined, never suggested
//   [kill.person]
//   "Read More" = true                          # nobody
//   [pin.person]
//   "Nicolás Maduro" = true                     # how the name is spelt, whatever articles do
//   [type.person]
//   "Chevron" = "organisation"                  # what it is
#include <morgue/corrections.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::entities {

struct CorrectionLines {
    std::vector<Correction> corrections;  // in order of the file
    std::vector<Problem> problems;        // the message says which line
};
CorrectionLines read_corrections(std::string_view file);

// "line 12: ...", code "correction".
Problem correction_problem(std::size_t line, std::string_view what, std::string hint = {});

// The file with a correction more, at the end of its section, or in place of (alias and split:
// joined to) what the file says of that name there. The file as it is if it says so already.
std::string with_correction(std::string_view file, const Correction& correction);

// The file without a correction; what else stands in its line stays.
std::string without_correction(std::string_view file, const Correction& correction);

}  // namespace morgue::entities
