#pragma once
// What a JSON text is made of, seen from its beginning, which may be cut off anywhere.
#include <string>
#include <string_view>
#include <vector>

namespace morgue::formats {

bool looks_like_json(std::string_view head);

// One object a line, not one document: several values, the first of which ends with its line.
bool is_json_lines(std::string_view head, std::string_view path);

// The keys that lead to the first object which holds a headline or a text under a usual name.
// Empty if that is an outermost one, or there is none.
std::vector<std::string> find_records(std::string_view head);

// Whether there is such an object.
bool holds_usual_record(std::string_view head);

}  // namespace morgue::formats
