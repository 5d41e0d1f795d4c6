// morgue-bench signature: one number for how an archive answers: the totals and the ranked guids of
// every query of FILE (lines of name, tab, query). A change of it is a change of behaviour.
#include <boost/program_options.hpp>
#include <fstream>
#include <iostream>
#include <morgue/archive.hpp>

#include "bench.hpp"

namespace po = boost::program_options;

namespace bench {

namespace {

// FNV-1a, 64 bits (Fowler, Noll and Vo).
class Fingerprint {
public:
    void add(std::string_view text) {
        for (const char byte : text) step(std::uint8_t(byte));
        step(0xFF);
    }
    std::uint64_t value() const { return value_; }

private:
    void step(std::uint8_t byte) { value_ = (value_ ^ byte) * 0x100000001B3u; }

    std::uint64_t value_ = 0xCBF29CE484222325u;
};

}  // namespace

int signature(const Arguments& arguments) {
    po::options_description options;
    options.add_options()("archive", po::value<std::string>()->required())(
        "queries", po::value<std::string>()->required());
    po::variables_map given;
    po::store(po::command_line_parser(arguments).options(options).run(), given);
    po::notify(given);

    const morgue::ArchiveReader archive(given["archive"].as<std::string>());
    std::ifstream lines(given["queries"].as<std::string>());
    if (!lines) throw std::runtime_error("cannot read " + given["queries"].as<std::string>());
    Fingerprint fingerprint;
    std::size_t queries = 0;
    for (std::string line; std::getline(lines, line); ++queries) {
        const auto result =
            archive.search({.query = line.substr(line.find('\t') + 1), .count = 100});
        fingerprint.add(line);
        fingerprint.add(std::to_string(result.total));
        for (const auto& hit : result.hits) fingerprint.add(hit.guid);
    }
    std::cout << "{\"queries\":" << queries << ",\"signature\":\"" << std::hex
              << fingerprint.value() << "\"}\n";
    return 0;
}

}  // namespace bench
