#include "formats/json_fields.hpp"

#include <charconv>

namespace morgue::formats {

namespace {

namespace dom = simdjson::dom;
using Kind = FieldPath::Step::Kind;

// A value that is no list or object; nothing for null and blank text.
std::string scalar(const dom::element& value) {
    std::string_view text;
    std::int64_t whole = 0;
    double number = 0;
    bool truth = false;
    if (!value.get(text))
        return text.find_first_not_of(" \t\r\n") == text.npos ? std::string() : std::string(text);
    if (!value.get(whole)) return std::to_string(whole);
    if (value.is_double() && !value.get(number)) {
        char buffer[40];
        const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
        return error == std::errc{} ? std::string(buffer, end) : std::string();
    }
    if (!value.get(truth)) return truth ? "true" : "false";
    return {};
}

bool holds(const dom::element& object, const FieldPath::Step& step) {
    dom::element value;
    return !object[step.name].get(value) && scalar(value) == step.value;
}

}  // namespace

void JsonFields::values(const FieldPath& path, std::vector<std::string>& to, bool& is_list) const {
    follow(record_, path.steps, 0, to, is_list);
}

// As deep as the path and the lists on it; the parser bounds those.
void JsonFields::follow(const dom::element& from, const Steps& steps, std::size_t at,
                        std::vector<std::string>& to, bool& is_list) const {
    dom::array list;
    const bool listed = !from.get(list);
    if (at == steps.size() && !listed) {
        if (std::string value = scalar(from); !value.empty()) to.push_back(std::move(value));
    } else if (at < steps.size() && steps[at].kind == Kind::at) {
        dom::element one;
        if (listed && !list.at(steps[at].index).get(one)) follow(one, steps, at + 1, to, is_list);
    } else if (listed) {
        is_list = true;
        const bool named = at < steps.size();
        const bool where = named && steps[at].kind == Kind::where;
        const std::size_t next = named && steps[at].kind != Kind::key ? at + 1 : at;
        for (const dom::element each : list)
            if (!where || holds(each, steps[at])) follow(each, steps, next, to, is_list);
    } else if (steps[at].kind == Kind::key) {
        follow_key(from, steps, at, to, is_list);
    }
}

void JsonFields::follow_key(const dom::element& from, const Steps& steps, std::size_t at,
                            std::vector<std::string>& to, bool& is_list) const {
    dom::object object;
    if (from.get(object)) return;
    for (const dom::key_value_pair& pair : object) {
        if (!same_name(pair.key, steps[at].name, loose_)) continue;
        return follow(pair.value, steps, at + 1, to, is_list);
    }
}

}  // namespace morgue::formats
