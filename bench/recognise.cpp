// morgue-bench recognise FILE: how fast names are found in plain text, one thread; FILE holds
// articles parted by form feeds. A line for a first and for a second pass of one recogniser.

#include <fstream>
#include <iostream>
#include <vector>

#include "bench.hpp"
#include "entities/recogniser.hpp"

namespace bench {

int recognise(const Arguments& arguments) {
    if (arguments.size() != 1) throw std::runtime_error("recognise takes one file");
    std::ifstream in(arguments[0]);
    if (!in) throw std::runtime_error("cannot read " + arguments[0]);
    std::vector<morgue::Article> articles;
    double bytes = 0;
    for (std::string text; std::getline(in, text, '\f'); bytes += double(text.size()))
        articles.emplace_back().body = text;
    morgue::entities::Recogniser recogniser;
    for (const char* pass : {"first", "warm"}) {
        std::size_t found = 0;
        const Stopwatch watch;
        for (const morgue::Article& article : articles)
            found += recogniser.recognise(article).size();
        std::cout << "{\"pass\":\"" << pass << "\",\"articles\":" << articles.size()
                  << ",\"entities\":" << found
                  << ",\"mb_per_s\":" << number(bytes / 1e6 / watch.processor()) << "}\n";
    }
    return 0;
}

}  // namespace bench
