#include "cli/explore_request.hpp"

#include <morgue/error.hpp>

namespace morgue::cli {

std::optional<Date> date_option(const Arguments& arguments, const std::string& option) {
    if (!arguments.has(option)) return std::nullopt;
    const std::string text = arguments.value(option);
    if (auto date = parse_iso_date(text)) return date;
    throw Error(Error::Kind::usage, "--" + option + ": '" + text + "' is no date",
                "write 2025, 2025-09 or 2025-09-28");
}

DateRange date_range(const Arguments& arguments) {
    return {date_option(arguments, "from"), date_option(arguments, "to")};
}

std::string narrowed_to_dates(const Arguments& arguments, const std::string& query) {
    const DateRange range = date_range(arguments);
    if (!range.from && !range.to) return query;
    const std::string dates =
        "date:" + (range.from ? range.from->iso() : "") + ".." + (range.to ? range.to->iso() : "");
    return query.empty() ? dates : "(" + query + ") AND " + dates;
}

SearchRequest explore_request(const Arguments& arguments) {
    SearchRequest request = search_request(arguments);
    request.query = narrowed_to_dates(arguments, request.query);
    take_collapse(arguments, request);
    return request;
}

}  // namespace morgue::cli
