// Every target of targets.cpp against the samples of corpus/, cut, spliced and spoilt: the same
// bytes in every run. libFuzzer looks further (HACKING.md).
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/targets.hpp"

namespace {

namespace fs = std::filesystem;

constexpr int rounds = 14;

// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t n) {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return std::size_t((z ^ (z >> 31)) % n);
    }

private:
    std::uint64_t state_;
};

const std::string breakers[] = {"<",
                                ">",
                                "\"",
                                "'",
                                "&",
                                "&#0;",
                                "&#x110000;",
                                "]]>",
                                "<![CDATA[",
                                "<!--",
                                "-->",
                                "<?",
                                "{",
                                "}",
                                "[",
                                "]",
                                ":",
                                ",",
                                "\\",
                                "\\u0000",
                                "\\uD800",
                                "\n\n",
                                "\r",
                                "\t",
                                "\xFF",
                                "\xC2",
                                "\xE2\x80",
                                "\x1B",
                                std::string(1, '\0'),
                                "(",
                                ")",
                                "*",
                                "?",
                                "~9",
                                "NOT ",
                                "NEAR/3 ",
                                "-",
                                "1e999",
                                "0",
                                "99999999999999999999"};

std::string spoilt(std::string text, Dice& dice) {
    const std::size_t changes = 1 + dice.below(4);
    for (std::size_t i = 0; i < changes; ++i) {
        const std::size_t at = dice.below(text.size() + 1);
        const std::size_t size = dice.below(std::min<std::size_t>(text.size() - at, 400) + 1);
        switch (dice.below(6)) {
            case 0:
                text.resize(at);
                break;
            case 1:
                text.erase(at, size);
                break;
            case 2:
                text.insert(at, text.substr(at, size));
                break;
            case 3:
                if (at < text.size()) text[at] = char(dice.below(256));
                break;
            case 4:
                text.insert(dice.below(text.size() + 1), text.substr(at, size));
                break;
            default:
                text.insert(at, breakers[dice.below(std::size(breakers))]);
        }
    }
    return text;
}

std::vector<std::string> samples() {
    std::vector<fs::path> paths;
    for (const char* folder : {"small", "formats", "map"})
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(CORPUS_DIR) / folder))
            if (entry.is_regular_file()) paths.push_back(entry.path());
    paths.emplace_back(fs::path(CORPUS_DIR) / "queries.tsv");
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> all;
    for (const fs::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return all;
}

// A line or a few of a sample, for targets that read no files.
std::string piece(const std::string& sample, Dice& dice) {
    const std::size_t at = dice.below(sample.size());
    return sample.substr(at, dice.below(300));
}

std::string shown(const std::string& bytes) {
    std::string out;
    for (const char c : bytes.substr(0, 2000)) {
        constexpr char digits[] = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= ' ' && byte < 0x7F)
            out += c;
        else
            out += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

}  // namespace

TEST_CASE("no bytes make a reader, a rule or the query parser break its word", "[fuzz]") {
    const std::vector<std::string> all = samples();
    REQUIRE(all.size() > 40);
    for (const morgue::fuzz::Target& target : morgue::fuzz::targets()) {
        Dice dice(target.name.size() * 1000 + static_cast<unsigned char>(target.name.back()));
        for (int round = 0; round < rounds; ++round)
            for (const std::string& sample : all) {
                const bool whole = round % 2 == 0;
                const std::string bytes = spoilt(whole ? sample : piece(sample, dice), dice);
                INFO(target.name << " of " << shown(bytes));
                morgue::fuzz::Broken broken;
                REQUIRE_NOTHROW(broken = target.run(target, bytes));
                REQUIRE(broken.value_or("") == "");
            }
    }
}
