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
#include <morgue/entity.hpp>
#include <morgue/error.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::entities {

struct Correction {
    enum class Action : std::uint8_t { alias, merge, split, kill, pin, type };

    Action action = Action::merge;
    Entity::Kind kind = Entity::Kind::person;
    std::string name;   // on the left
    std::string value;  // on the right; of type: a kind; empty for kill and pin
    std::size_t line = 0;

    bool operator==(const Correction&) const = default;
};

std::string_view action_name(Correction::Action action);
std::optional<Correction::Action> find_action(std::string_view name);
std::string_view kind_name(Entity::Kind kind);  // "person", "organisation", "place"
std::optional<Entity::Kind> find_kind(std::string_view name);

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

// The correction as a person writes it: [merge.person] "Maduro" = "Nicolás Maduro"
std::string print(const Correction& correction);

}  // namespace morgue::entities
