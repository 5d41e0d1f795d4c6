// Text for people: the hits of a search, and how a query is understood.
#include <algorithm>
#include <cstdio>

#include "render/dates.hpp"
#include "render/output.hpp"
#include "render/tables.hpp"

namespace morgue::render {

namespace {

constexpr std::string_view indent = "  ";

void add_part(std::string& line, std::string_view part) {
    if (part.empty()) return;
    line.append(line.empty() ? "" : " · ").append(part);
}

std::string about(const Hit& hit) {
    std::string line;
    if (hit.published) add_part(line, readable(*hit.published));
    add_part(line, hit.source);
    add_part(line, hit.byline);
    add_part(line, "id " + std::to_string(hit.id));
    if (hit.copies > 0)
        add_part(line, "+" + std::to_string(hit.copies) + (hit.copies == 1 ? " copy" : " copies"));
    return line;
}

void add_hit(std::string& to, const Hit& hit, const Style& style) {
    if (hit.headline.empty())
        paint_lines(to, style, Ink::faint, "", "(no headline)");
    else
        paint_lines(to, style, Ink::headline, "", hit.headline, hit.headline_matches);
    paint_lines(to, style, Ink::faint, indent, about(hit));
    if (!hit.snippet.text.empty())
        paint_lines(to, style, Ink::plain, indent, hit.snippet.text, hit.snippet.matches);
    to += '\n';
}

std::string total_line(const SearchRequest& request, const SearchResult& result) {
    std::string total = result.total_is_exact ? "" : "about ";
    total += counted_text(result.total, request);
    const std::size_t shown = result.hits.size();
    if (shown == 0 || shown == result.total) return total;
    if (shown == 1) return "number " + grouped(request.first + 1) + " of " + total;
    return grouped(request.first + 1) + " to " + grouped(request.first + shown) + " of " + total;
}

}  // namespace

void text_answer(std::string& to, const Answer& answer) {
    if (answer.result.total == 0) return;
    for (const Hit& hit : answer.result.hits) add_hit(to, hit, answer.style);
    text_facets(to, answer);
    paint(to, answer.style, Ink::faint, total_line(answer.request, answer.result));
    to += '\n';
}

void text_explanation(std::string& to, const Explanation& explanation, const Style& style) {
    for (const Explanation::Stage& stage : explanation.stages) {
        paint(to, style, Ink::label, stage.name);
        char time[48];
        std::snprintf(time, sizeof time, "  %.2f ms", stage.milliseconds);
        paint(to, style, Ink::faint, time);
        to += '\n';
        for (std::string_view rest = stage.text; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            paint_lines(to, style, Ink::plain, indent, rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}

}  // namespace morgue::render
