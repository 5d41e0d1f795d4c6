#pragma once
// Parts that several JSON answers have in common.
#include <morgue/error.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "render/json_writer.hpp"

namespace morgue::render {

// An element of "problems"; columns count code points of the query from 1.
void write_problem(JsonWriter& json, const Problem& problem, const CodePoints& query);

// "problems": [...]
void write_problems(JsonWriter& json, const std::vector<Problem>& problems, std::string_view query);

void write_number(JsonWriter& json, const std::optional<double>& value);  // null when absent

}  // namespace morgue::render
