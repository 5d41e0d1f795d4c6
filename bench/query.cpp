// morgue-bench query: runs every line of FILE in one process and prints a JSON line for each, and
// one for all. What is timed is what the answer of a list of hits needs: parsing, matching,
// ranking, facets, and the stored fields of the hits. --snippets times their passages too.
#include <algorithm>
#include <boost/program_options.hpp>
#include <fstream>
#include <iostream>
#include <morgue/archive.hpp>

#include "bench.hpp"
#include "render/json_writer.hpp"

namespace po = boost::program_options;

namespace bench {

namespace {

struct Times {
    std::vector<double> milliseconds;

    double at(double share) {
        std::sort(milliseconds.begin(), milliseconds.end());
        const auto place = std::size_t(share * double(milliseconds.size() - 1) + 0.5);
        return milliseconds[place];
    }
};

struct Bench {
    morgue::ArchiveReader archive;
    morgue::SearchRequest request;
    int repeat = 15;
    std::size_t queries = 0, total = 0;
    double sum_of_medians = 0;

    void query(const std::string& text) {
        request.query = text;
        morgue::SearchResult result;
        Times times;
        for (int i = 0; i < repeat; ++i) {
            const auto start = std::chrono::steady_clock::now();
            result = archive.search(request);
            times.milliseconds.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                    .count());
        }
        ++queries;
        total += result.total;
        sum_of_medians += times.at(0.5);
        std::string quoted;
        morgue::render::append_json_string(quoted, text);
        std::cout << "{\"query\":" << quoted << ",\"total\":" << result.total
                  << ",\"total_exact\":" << (result.total_is_exact ? "true" : "false")
                  << ",\"min_ms\":" << number(times.at(0))
                  << ",\"median_ms\":" << number(times.at(0.5))
                  << ",\"p99_ms\":" << number(times.at(0.99)) << "}\n";
    }
};

}  // namespace

int query(const Arguments& arguments) {
    po::options_description options;
    options.add_options()("archive", po::value<std::string>()->required())(
        "queries", po::value<std::string>()->required())(
        "facet", po::value<std::vector<std::string>>()->default_value({}, ""))(
        "limit", po::value<std::size_t>()->default_value(10))(
        "repeat", po::value<int>()->default_value(15))("snippets", po::bool_switch());
    po::variables_map given;
    po::store(po::command_line_parser(arguments).options(options).run(), given);
    po::notify(given);

    Bench bench{
        morgue::ArchiveReader(given["archive"].as<std::string>()), {}, given["repeat"].as<int>()};
    bench.request.count = given["limit"].as<std::size_t>();
    bench.request.snippets = given["snippets"].as<bool>();
    for (const std::string& name : given["facet"].as<std::vector<std::string>>()) {
        const auto id = morgue::find_field(name);
        if (!id) throw morgue::Error(morgue::Error::Kind::usage, "there is no facet " + name);
        bench.request.facets.push_back(*id);
    }
    bench.request.exact_total = !bench.request.facets.empty();
    std::ifstream lines(given["queries"].as<std::string>());
    for (std::string line; std::getline(lines, line);) bench.query(line);
    std::cout << "{\"queries\":" << bench.queries << ",\"total\":" << bench.total
              << ",\"mean_of_medians_ms\":"
              << number(bench.queries ? bench.sum_of_medians / double(bench.queries) : 0) << "}\n";
    return 0;
}

}  // namespace bench
