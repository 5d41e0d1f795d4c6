#include "index/glass/positions.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <morgue/error.hpp>
#include <sstream>

#include "index/glass/position_list.hpp"

using namespace morgue;
namespace glass = index::glass;

namespace {

// Every position that the skips land on, by unpacking no further than that.
std::string skipped_through(const std::string& tag, std::uint32_t step) {
    glass::PositionList list;
    list.open(tag);
    std::ostringstream out;
    for (std::uint32_t at = list.skip_to(step); at != glass::PositionList::none;
         at = list.skip_to(at + step))
        out << at << ' ';
    return out.str();
}

std::string skipped_through(const std::vector<std::uint32_t>& positions, std::uint32_t step) {
    std::ostringstream out;
    std::uint32_t least = step;
    for (const std::uint32_t at : positions) {
        if (at < least) continue;
        out << at << ' ';
        least = at + step;
    }
    return out.str();
}

std::string read_again(const std::vector<std::uint32_t>& positions) {
    std::string tag;
    glass::put_positions(tag, positions);
    for (const std::uint32_t step : {1u, 2u, 50u, 4'000u})
        if (skipped_through(tag, step) != skipped_through(positions, step))
            return "other when skipped through";
    std::vector<std::uint32_t> out{7};
    glass::read_positions(tag, out);
    return out.front() == 7 &&
                   std::equal(out.begin() + 1, out.end(), positions.begin(), positions.end())
               ? "same"
               : "other";
}

}  // namespace

TEST_CASE("lists of positions are read as they were written", "[index][positions]") {
    CHECK(read_again({1}) == "same");
    CHECK(read_again({1, 2}) == "same");
    CHECK(read_again({3, 7, 20}) == "same");
    std::uint32_t state = 11;
    for (int round = 0; round < 300; ++round) {
        std::vector<std::uint32_t> positions;
        std::uint32_t at = 0;
        for (int i = 0; i <= round; ++i) {
            state = state * 1'664'525 + 1'013'904'223;
            positions.push_back(at += 1 + (state >> 8) % (round % 2 ? 2 : 3'000));
        }
        CHECK(read_again(positions) == "same");
    }
}

TEST_CASE("damaged lists of positions are refused or read within bounds", "[index][positions]") {
    std::string tag;
    glass::put_positions(tag, std::vector<std::uint32_t>{3, 7, 20, 900, 901, 4'000});
    for (std::size_t byte = 0; byte < tag.size(); ++byte)
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = tag;
            damaged[byte] = char(damaged[byte] ^ (1 << bit));
            std::vector<std::uint32_t> out;
            try {
                glass::read_positions(damaged, out);
                CHECK(out.size() < 20'000);
                skipped_through(damaged, 1);
            } catch (const Error& error) {
                CHECK(error.kind() == Error::Kind::corrupt);
            }
        }
}
