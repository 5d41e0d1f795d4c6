#include <array>
#include <cstdio>
#include <iostream>
#include <string_view>

#include "bench.hpp"

namespace bench {

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", value);
    return text;
}

namespace {

struct Operation {
    std::string_view name;
    int (*run)(const Arguments&);
    std::string_view usage;
};

constexpr std::array operations{
    Operation{
        "query", query,
        "--archive DIR --queries FILE [--facet NAME]... [--limit 10] [--repeat N] [--snippets]"},
    Operation{"explore", explore, "--archive DIR --query QUERY [--repeat N]"},
    Operation{"signature", signature, "--archive DIR --queries FILE"},
    Operation{"parse", parse, "PATH..."},
    Operation{"index", index, "[--entities] PATH..."},
    Operation{"recognise", recognise, "FILE"},
};

int usage() {
    for (const Operation& operation : operations)
        std::cerr << "usage: morgue-bench " << operation.name << " " << operation.usage << "\n";
    return 2;
}

}  // namespace
}  // namespace bench

int main(int count, char** arguments) {
    const bench::Arguments rest(arguments + std::min(count, 2), arguments + count);
    for (const auto& operation : bench::operations) {
        if (count < 2 || operation.name != arguments[1]) continue;
        try {
            return operation.run(rest);
        } catch (const std::exception& error) {
            std::cerr << "morgue-bench: " << error.what() << "\n";
            return 2;
        }
    }
    return bench::usage();
}
