#include "formats/json_value.hpp"

#include <utility>

namespace morgue::formats {

std::string json_text(JsonValue value) {
    std::string_view text;
    std::int64_t number = 0;
    if (!value.get(text)) return std::string(text);
    if (!value.get(number)) return std::to_string(number);
    return {};
}

std::vector<JsonValue> json_list(JsonValue value) {
    std::vector<JsonValue> all;
    simdjson::dom::array list;
    if (value.get(list)) return {value};
    for (simdjson::dom::element each : list) all.emplace_back(std::move(each));
    return all;
}

std::vector<std::string> json_names(JsonValue value, std::string_view name) {
    std::vector<std::string> names;
    for (const JsonValue& each : json_list(value)) {
        JsonObject object;
        std::string text = each.get(object) ? json_text(each) : json_text(object[name]);
        if (!text.empty()) names.push_back(std::move(text));
    }
    return names;
}

std::string json_name(JsonValue value, std::string_view name) {
    std::vector<std::string> names = json_names(value, name);
    return names.empty() ? std::string() : std::move(names.front());
}

}  // namespace morgue::formats
