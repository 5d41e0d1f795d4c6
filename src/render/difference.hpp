#pragma once
// What is different between two texts: sentences with - and + before them, as `diff` has lines.
#include <morgue/difference.hpp>
#include <string>

#include "render/json_writer.hpp"
#include "render/terminal.hpp"

namespace morgue::render {

// One sentence around each change is shown, too; the others are counted.
void text_difference(std::string& to, const Difference& difference, const Style& style);

// "changes": {"fields": [...], "sentences": [...]}; kept sentences are left out but counted.
void write_difference(JsonWriter& json, const Difference& difference);

// "2 sentences added, 1 reworded; headline"
std::string summary(const Difference& difference);

}  // namespace morgue::render
