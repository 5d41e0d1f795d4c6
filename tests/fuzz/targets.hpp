#pragma once
// What hostile bytes are thrown at: one table for the deterministic run in the unit tests
// (fuzz_test.cpp) and for libFuzzer (libfuzzer.cpp, preset "fuzz").
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::fuzz {

// Promises that a target found broken, in words; nothing when all held. Whatever it throws that an
// input may not cause is a finding, too.
using Broken = std::optional<std::string>;

struct Target {
    std::string name;  // "query", "date", ..., and every input format by its name
    Broken (*run)(const Target& target, std::string_view bytes);
};

const std::vector<Target>& targets();

}  // namespace morgue::fuzz
