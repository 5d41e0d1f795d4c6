#pragma once
// morgue-bench OPERATION ...: an operation is a function and a line in the table of main.cpp. Each
// prints JSON lines.
#include <chrono>
#include <ctime>
#include <string>
#include <vector>

namespace bench {

using Arguments = std::vector<std::string>;  // those behind the name of the operation

// Throw what goes wrong.
int query(const Arguments& arguments);
int explore(const Arguments& arguments);
int signature(const Arguments& arguments);
int parse(const Arguments& arguments);
int index(const Arguments& arguments);
int recognise(const Arguments& arguments);

std::string number(double value);

// Processor time of the whole process, and time on the wall, since it was made. In seconds.
class Stopwatch {
public:
    double processor() const { return double(std::clock() - clock_) / CLOCKS_PER_SEC; }
    double wall() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::clock_t clock_ = std::clock();
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace bench
