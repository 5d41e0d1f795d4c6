// The program that clang's libFuzzer drives: MORGUE_FUZZ_TARGET names the target (tests/fuzz/run).
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/targets.hpp"

namespace {

const morgue::fuzz::Target& chosen() {
    const char* name = std::getenv("MORGUE_FUZZ_TARGET");
    for (const auto& target : morgue::fuzz::targets())
        if (name && target.name == name) return target;
    std::fputs("MORGUE_FUZZ_TARGET must name one of:", stderr);
    for (const auto& target : morgue::fuzz::targets())
        std::fprintf(stderr, " %s", target.name.c_str());
    std::fputs("\n", stderr);
    std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const morgue::fuzz::Target& target = chosen();
    if (const auto broken = target.run(target, {reinterpret_cast<const char*>(bytes), size})) {
        std::fprintf(stderr, "%s: %s\n", target.name.c_str(), broken->c_str());
        std::abort();
    }
    return 0;
}
