#include "recognise.hpp"

#include <ctime>
#include <fstream>
#include <iostream>
#include <vector>

#include "entities/recogniser.hpp"

int recognise(const std::string& file) {
    std::ifstream in(file);
    if (!in) return std::cerr << "morgue-bench: cannot read " << file << "\n", 2;
    std::vector<morgue::Article> articles;
    double bytes = 0;
    for (std::string text; std::getline(in, text, '\f'); bytes += double(text.size()))
        articles.emplace_back().body = text;
    morgue::entities::Recogniser recogniser;
    for (const char* pass : {"first", "warm"}) {
        std::size_t found = 0;
        const std::clock_t start = std::clock();
        for (const morgue::Article& article : articles) found += recogniser.recognise(article).size();
        const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
        std::cout << "{\"pass\":\"" << pass << "\",\"articles\":" << articles.size()
                  << ",\"entities\":" << found << ",\"mb_per_s\":" << bytes / 1e6 / seconds << "}\n";
    }
    return 0;
}
