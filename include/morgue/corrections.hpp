#pragma once
// A person's corrections of the people, organisations and places that were recognised: the file
// entities.toml in an archive's folder, to be edited by hand or by this. Every answer heeds it at
// once; `rebuild` also writes the index by it.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <morgue/entity.hpp>
#include <morgue/error.hpp>
#include <optional>
#include <string>
#include <vector>

namespace morgue {

struct Correction {
    enum class Action : std::uint8_t {
        alias,  // who looks for `name` finds `value`, too
        merge,  // `name` is `value`: found, counted and shown as that
        split,  // `name` is not (always) `value`: never joined, never suggested
        kill,   // `name` is nobody
        pin,    // `name` is spelt so, and no suggestion touches it
        type,   // `name` is of another kind: `value`
    };

    Action action = Action::merge;
    Entity::Kind kind = Entity::Kind::person;
    std::string name;
    std::string value;     // empty for kill and pin
    std::size_t line = 0;  // of the file, from 1; 0: not from it

    // Where they stand aside.
    bool operator==(const Correction& other) const {
        return action == other.action && kind == other.kind && name == other.name &&
               value == other.value;
    }
};

std::string_view action_name(Correction::Action action);
std::optional<Correction::Action> find_action(std::string_view name);

// As it stands in the file: [merge.person] "Maduro" = "Nicolás Maduro"
std::string print(const Correction& correction);

struct CorrectionChange {
    std::vector<Correction> removed, added;
    bool empty() const { return removed.empty() && added.empty(); }
};

// Reads and changes the file, beside whoever indexes or searches.
class CorrectionsFile {
public:
    // Throws Error not_an_archive.
    explicit CorrectionsFile(const std::filesystem::path& folder);
    ~CorrectionsFile();
    CorrectionsFile(CorrectionsFile&&) noexcept;

    // Of the good lines; the bad ones are ArchiveReader::correction_problems().
    std::vector<Correction> list() const;

    // Makes a change and remembers it: what is wished to be removed goes if it is there, what is
    // added replaces what contradicts it. Comments and order stay. Returns what has changed.
    // Throws Error usage when what is added can mean nothing, io, busy.
    CorrectionChange change(const CorrectionChange& wish);

    // Takes back the last change that was not taken back yet, whatever else has been edited since;
    // nothing if there is none.
    std::optional<CorrectionChange> undo();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
