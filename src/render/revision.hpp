#pragma once
// What an archive keeps of articles that have changed.
#include <morgue/difference.hpp>
#include <morgue/revision.hpp>
#include <string>
#include <vector>

#include "render/terminal.hpp"

namespace morgue::render {

// A line for each version, and what changed with it. There is at least one.
void text_history(std::string& to, const std::vector<Revision>& versions, const Style& style);
void json_history(std::string& to, const std::vector<Revision>& versions);

// Two of them, counted from 1.
struct VersionPair {
    const std::vector<Revision>& versions;
    std::size_t before, after;
};
void text_diff(std::string& to, const VersionPair& pair, const Style& style);
void json_diff(std::string& to, const VersionPair& pair);

// `sentences`: how it changed, too.
void text_change(std::string& to, const Change& change, bool sentences, const Style& style);
void jsonl_change(std::string& to, const Change& change);
void text_changes_shown(std::string& to, std::uint64_t shown, std::uint64_t count,
                        const Style& style);

}  // namespace morgue::render
