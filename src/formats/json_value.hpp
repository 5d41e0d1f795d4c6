#pragma once
// Reading values out of JSON that has them in many shapes: what is not there, or of another kind,
// is empty.
#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

namespace morgue::formats {

using JsonValue = simdjson::simdjson_result<simdjson::dom::element>;  // an error: not there
using JsonObject = simdjson::dom::object;

// A string, or a whole number in digits.
std::string json_text(JsonValue value);

// The elements of a list; of anything else, itself.
std::vector<JsonValue> json_list(JsonValue value);

// The names in "Jane", {"name": "Jane"}, or a list of such.
std::vector<std::string> json_names(JsonValue value, std::string_view name = "name");

// The first of them; empty if there is none.
std::string json_name(JsonValue value, std::string_view name = "name");

}  // namespace morgue::formats
