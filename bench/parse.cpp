// morgue-bench parse PATH...: how fast articles are read and their fields extracted, one thread of
// analysis, without entities. A line for each path.
#include <iostream>
#include <morgue/ingest.hpp>

#include "bench.hpp"
#include "render/json_writer.hpp"

namespace bench {

int parse(const Arguments& arguments) {
    for (const std::string& path : arguments) {
        std::uint64_t articles = 0;
        const Stopwatch watch;
        const auto report = morgue::parse({.paths = {path}, .jobs = 1, .entities = false},
                                          [&](const morgue::Article&) { ++articles; }, {});
        std::string quoted;
        morgue::render::append_json_string(quoted, path);
        std::cout << "{\"path\":" << quoted << ",\"articles\":" << articles
                  << ",\"failed\":" << report.failed << ",\"cpu_s\":" << number(watch.processor())
                  << ",\"mb_per_s\":" << number(double(report.bytes) / 1e6 / watch.processor())
                  << "}\n";
    }
    return 0;
}

}  // namespace bench
