#include "index/glass/position_cursor.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <morgue/error.hpp>
#include <random>

#include "index/glass/positions.hpp"
#include "index/glass/version.hpp"
#include "support/temp_archive.hpp"

using namespace morgue;
using namespace morgue::index::glass;

namespace {

std::vector<std::uint32_t> random_positions(std::mt19937& dice, std::size_t most) {
    std::vector<std::uint32_t> out;
    std::uint32_t at = 0;
    for (std::size_t n = 1 + dice() % most; n > 0; --n) {
        at += 1 + std::uint32_t(dice() % (dice() % 50 == 0 ? 100'000 : 7));
        out.push_back(at);
    }
    return out;
}

std::string term(std::uint32_t n) {
    return "t" + std::to_string(n);
}

MappedTable mapped(const std::filesystem::path& folder) {
    const Version version = read_version(folder);
    return {folder, TableKind::position, version.roots[std::size_t(TableKind::position)]};
}

}  // namespace

TEST_CASE("every entry of a position table is found, and no other", "[index]") {
    TempArchive temp;
    const auto folder = temp.file("segment");
    std::filesystem::create_directory(folder);
    std::mt19937 dice(3);
    std::map<std::pair<std::string, Docid>, std::vector<std::uint32_t>> written;
    for (std::uint32_t n = 0; n < 40; ++n)
        for (Docid docid = 1; docid < 400; ++docid)
            if (dice() % (n + 1) < 4) {
                const std::size_t most = dice() % 200 == 0 ? 9000 : 30;  // some of many components
                written[{term(n), docid * 37}] = random_positions(dice, most);
            }
    TableWriter writer(folder, TableKind::position);
    for (const auto& [key, positions] : written) {
        std::string bytes, tag;
        put_sort_string(bytes, key.first, false);
        put_sort_uint(bytes, key.second);
        put_positions(tag, positions);
        writer.add(bytes, tag);
    }
    Roots roots;
    roots[std::size_t(TableKind::position)] = writer.finish();
    write_version(folder, roots, {});
    const MappedTable table = mapped(folder);
    std::vector<std::uint32_t> read;
    for (std::uint32_t n = 0; n < 41; ++n) {
        PositionCursor rising(table, term(n)), leaping(table, term(n));
        for (Docid docid = 1; docid < 400 * 37; ++docid) {
            const auto found = written.find({term(n), docid});
            if (found == written.end() && docid % 37 > 2) continue;
            read.clear();
            const bool there = rising.read(docid, 0, UINT32_MAX, read);
            REQUIRE(there == (found != written.end()));
            if (there) REQUIRE(read == found->second);
        }
        for (int i = 0; i < 200; ++i) {
            const Docid docid = Docid(1 + dice() % 400) * 37;
            REQUIRE(leaping.read(docid, 0, UINT32_MAX, read) == written.contains({term(n), docid}));
        }
    }
}

TEST_CASE("only positions within the range are read", "[index]") {
    TempArchive temp;
    const auto folder = temp.file("segment");
    std::filesystem::create_directory(folder);
    TableWriter writer(folder, TableKind::position);
    std::string key, tag;
    put_sort_string(key, "oil", false);
    put_sort_uint(key, 1);
    put_positions(tag, std::vector<std::uint32_t>{3, 5, 9});
    writer.add(key, tag);
    Roots roots;
    roots[std::size_t(TableKind::position)] = writer.finish();
    write_version(folder, roots, {});
    const MappedTable table = mapped(folder);
    std::vector<std::uint32_t> read;
    CHECK(PositionCursor(table, "oil").read(1, 4, 9, read));
    CHECK(read == std::vector<std::uint32_t>{5, 9});
    CHECK_FALSE(PositionCursor(table, "oil").read(1, 6, 8, read));
    CHECK_FALSE(PositionCursor(table, "oi").read(1, 0, 9, read));
}
