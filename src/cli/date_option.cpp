#include "cli/date_option.hpp"

#include <chrono>
#include <morgue/error.hpp>

namespace morgue::cli {

Date date_option(const Arguments& arguments, std::string_view option, std::string_view otherwise) {
    using namespace std::chrono;
    const auto now = floor<seconds>(system_clock::now());
    const std::string typed = arguments.value(option, otherwise);
    if (const auto date = parse_date(typed, now)) return *date;
    if (const auto date = parse_date('-' + typed, now)) return *date;
    throw Error(Error::Kind::usage, "--" + std::string(option) + ": '" + typed + "' is no date",
                "e.g. 2025-09-01, 2025-09-01T12:00Z, yesterday, 7d, 12h");
}

}  // namespace morgue::cli
