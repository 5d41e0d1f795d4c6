// Alerts and saved searches as text and JSON.
#include "render/alert.hpp"

#include "render/json_writer.hpp"
#include "render/output.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

std::string_view name_of(SearchRequest::Match match) {
    return match == SearchRequest::Match::any ? "any" : "all";
}

SearchRequest request_of(const SavedSearch& search) {
    SearchRequest request;
    request.query = search.query;
    request.match = search.match;
    return request;
}

}  // namespace

void text_alerts(std::string& to, const std::vector<Alert>& alerts, const Style& style) {
    for (const Alert& alert : alerts) {
        if (alert.result.total == 0) continue;
        paint(to, style, Ink::label, alert.search.name + ": " + alert.search.query);
        to += "\n\n";
        text_answer(to, {request_of(alert.search), alert.result, style});
        to += '\n';
    }
}

void json_alerts(std::string& to, const std::vector<Alert>& alerts) {
    for (const Alert& alert : alerts) {
        std::string answer;
        json_answer(answer, {request_of(alert.search), alert.result, {}});
        to += "{\"name\":";
        append_json_string(to, alert.search.name);
        to += ",\"answer\":" + answer.substr(0, answer.size() - 1) + "}\n";
    }
}

void text_saved(std::string& to, const std::vector<SavedSearch>& searches, const Style& style) {
    constexpr std::size_t name_width = 24;
    for (const SavedSearch& search : searches) {
        std::string name;
        append_cell(name, search.name, name_width);
        paint(to, style, Ink::label, name);
        to += visible(search.query);
        if (search.match == SearchRequest::Match::any)
            paint(to, style, Ink::faint, "  (any of the words)");
        to += '\n';
    }
}

void json_saved(std::string& to, const std::vector<SavedSearch>& searches) {
    for (const SavedSearch& search : searches) {
        JsonWriter json(to);
        json.open('{').key("name").text(search.name).key("query").text(search.query);
        json.key("match").text(name_of(search.match)).close('}');
        to += '\n';
    }
}

}  // namespace morgue::render
