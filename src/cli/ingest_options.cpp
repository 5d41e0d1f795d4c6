#include "cli/ingest_options.hpp"

#include <morgue/error.hpp>

#include "cli/suggest.hpp"

namespace morgue::cli {

namespace {

void check_format(const std::string& name) {
    const std::vector<FormatInfo> formats = readable_formats();
    std::vector<std::string_view> names;
    std::string all;
    for (const FormatInfo& format : formats) {
        if (format.name == name) return;
        names.push_back(format.name);
        all.append(all.empty() ? "formats: " : " ").append(format.name);
    }
    throw Error(Error::Kind::usage, "--from: there is no format '" + name + "'",
                did_you_mean(name, names, "--from ", all));
}

}  // namespace

IngestOptions ingest_options(const Arguments& arguments) {
    constexpr std::uint64_t most_jobs = 1024;
    IngestOptions options;
    options.paths = arguments.operands();
    if (arguments.has("from")) check_format(options.format = arguments.value("from"));
    options.map = arguments.value("map");
    const std::uint64_t jobs = arguments.number("jobs", 0);
    if (jobs > most_jobs)
        throw Error(Error::Kind::usage, "--jobs: " + std::to_string(jobs) + " is too many",
                    "at most " + std::to_string(most_jobs));
    options.jobs = static_cast<unsigned>(jobs);
    options.spans = arguments.value("spans");
    if (arguments.has("spans") && arguments.has("entities"))
        throw Error(Error::Kind::usage, "--spans and --entities exclude each other",
                    "with --spans, entities are what the file says");
    if (arguments.has("spans") && options.spans.empty())
        throw Error(Error::Kind::usage, "--spans: the name of a file is missing");
    options.entities = arguments.value("entities", "model") == "model";
    return options;
}

}  // namespace morgue::cli
