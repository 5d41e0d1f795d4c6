#include "render/problem.hpp"

#include <algorithm>

#include "render/terminal.hpp"
#include "text/utf8.hpp"

namespace morgue::render {

namespace {

constexpr std::size_t before = 40, shown = 72;  // columns of the query

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The byte from which the query is shown so that `begin` stands in the first `before` columns.
std::size_t window_start(std::string_view query, std::size_t begin) {
    std::size_t start = begin > 4 * before ? begin - 4 * before : 0;
    while (start < begin && is_continuation(query[start])) ++start;
    std::size_t used = columns(query.substr(start, begin - start));
    while (used > before && start < begin) {
        const std::size_t at = start;
        text::decode(query, start);
        used -= columns(query.substr(at, start - at));
    }
    return start;
}

std::string marked(std::string_view query, std::size_t begin, std::size_t end) {
    const std::size_t start = window_start(query, begin);
    const std::string lead = start > 0 ? "  …" : "  ";
    const std::size_t at = columns(lead) + columns(query.substr(start, begin - start));
    const std::string line = lead + cut(query.substr(start), shown);
    const std::size_t room = std::max(columns(line), at + 1) - at;
    const std::size_t width = std::clamp<std::size_t>(columns(query.substr(begin, end - begin)), 1,
                                                      std::max<std::size_t>(room, 1));
    return line + '\n' + std::string(at, ' ') + '^' + std::string(width - 1, '~');
}

}  // namespace

std::string query_problem(const Problem& problem, std::string_view query) {
    const std::size_t begin = std::min(problem.begin, query.size());
    const std::size_t end = std::clamp(problem.end, begin, query.size());
    std::string out = "column " + std::to_string(text::code_points(query.substr(0, begin)) + 1) +
                      ": " + visible(problem.message) + '\n' + marked(query, begin, end) + '\n';
    if (!problem.hint.empty()) out += "hint: " + visible(problem.hint) + '\n';
    return out;
}

std::string failure(const RecordOutcome& outcome) {
    return visible(outcome.path) + ": record " + std::to_string(outcome.record) + ": " +
           visible(outcome.message);
}

}  // namespace morgue::render
