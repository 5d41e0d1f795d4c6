#include "render/json_parts.hpp"

namespace morgue::render {

void write_problem(JsonWriter& json, const Problem& problem, const CodePoints& query) {
    json.open('{').key("code").text(problem.code).key("message").text(problem.message);
    json.key("column").number(std::uint64_t(query.before(problem.begin) + 1));
    json.key("hint").known(problem.hint).close('}');
}

void write_problems(JsonWriter& json, const std::vector<Problem>& problems,
                    std::string_view query) {
    const CodePoints points(query);
    json.key("problems").open('[');
    for (const Problem& problem : problems) write_problem(json, problem, points);
    json.close(']');
}

void write_number(JsonWriter& json, const std::optional<double>& value) {
    if (value)
        json.number(*value);
    else
        json.null();
}

}  // namespace morgue::render
