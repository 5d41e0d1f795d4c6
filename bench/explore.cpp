// morgue-bench explore: the questions about all that a query finds, each asked several times in one
// process; a JSON line for each with the least and the median of the wall and of the processor.
#include <algorithm>
#include <boost/program_options.hpp>
#include <functional>
#include <iostream>
#include <morgue/archive.hpp>
#include <morgue/explore.hpp>

#include "bench.hpp"
#include "render/json_writer.hpp"

namespace po = boost::program_options;

namespace bench {

namespace {

struct Question {
    std::string name;
    std::function<std::size_t()> ask;  // how much was found
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void run(const Question& question, int repeat) {
    std::vector<double> wall, processor;
    std::size_t found = 0;
    for (int i = 0; i < repeat; ++i) {
        const Stopwatch watch;
        found = question.ask();
        wall.push_back(watch.wall() * 1000);
        processor.push_back(watch.processor() * 1000);
    }
    std::string name;
    morgue::render::append_json_string(name, question.name);
    std::cout << "{\"question\":" << name << ",\"found\":" << found
              << ",\"median_ms\":" << number(median(wall))
              << ",\"median_cpu_ms\":" << number(median(processor)) << "}" << std::endl;
}

}  // namespace

int explore(const Arguments& arguments) {
    po::options_description options;
    options.add_options()("archive", po::value<std::string>()->required())(
        "query", po::value<std::string>()->required())("repeat",
                                                       po::value<int>()->default_value(5));
    po::variables_map given;
    po::store(po::command_line_parser(arguments).options(options).run(), given);
    po::notify(given);

    const morgue::ArchiveReader archive(given["archive"].as<std::string>());
    const morgue::SearchRequest search{.query = given["query"].as<std::string>()};
    const morgue::SearchRequest one{.query = search.query, .count = 1};
    const auto best = archive.search(one).hits;
    using Within = morgue::GraphRequest::Within;
    const std::vector<Question> questions{
        {"timeline *",
         [&] { return morgue::timeline(archive, {.queries = {""}}).series.at(0).total; }},
        {"timeline",
         [&] { return morgue::timeline(archive, {.queries = {search.query}}).series.at(0).total; }},
        {"coverage *", [&] { return morgue::coverage(archive, {}).all.articles; }},
        {"kwic, 100 lines", [&] { return morgue::kwic(archive, {.search = search}).lines.size(); }},
        {"collocates", [&] { return morgue::collocates(archive, {.search = search}).articles; }},
        {"keyness", [&] { return morgue::keyness(archive, {.search = search}).articles; }},
        {"similar",
         [&] {
             return best.empty() ? 0
                                 : morgue::similar(archive, {.id = best[0].id}).found.hits.size();
         }},
        {"graph", [&] { return morgue::graph(archive, {.search = search}).articles; }},
        {"graph within sentences",
         [&] {
             return morgue::graph(archive, {.search = search, .within = Within::sentence}).articles;
         }},
    };
    for (const Question& question : questions) run(question, given["repeat"].as<int>());
    return 0;
}

}  // namespace bench
