#include "cli/explore_request.hpp"

#include <morgue/error.hpp>

namespace morgue::cli {

namespace {

std::optional<Date> date(const Arguments& arguments, const std::string& option) {
    if (!arguments.has(option)) return std::nullopt;
    const std::string text = arguments.value(option);
    if (auto date = parse_iso_date(text)) return date;
    throw Error(Error::Kind::usage, "--" + option + ": '" + text + "' is no date",
                "write 2025, 2025-09 or 2025-09-28");
}

}  // namespace

DateRange date_range(const Arguments& arguments) {
    return {date(arguments, "from"), date(arguments, "to")};
}

SearchRequest explore_request(const Arguments& arguments) {
    SearchRequest request = search_request(arguments);
    const DateRange range = date_range(arguments);
    if (!range.from && !range.to) return request;
    const std::string dates =
        "date:" + (range.from ? range.from->iso() : "") + ".." + (range.to ? range.to->iso() : "");
    request.query = request.query.empty() ? dates : "(" + request.query + ") AND " + dates;
    return request;
}

}  // namespace morgue::cli
