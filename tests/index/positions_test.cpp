// Positions read straight from a segment, against Xapian's own lists.
#include "index/positions.hpp"

#include <xapian.h>

#include <catch2/catch.hpp>
#include <morgue/error.hpp>

#include "index/glass/positions.hpp"
#include "index/segment_writer.hpp"
#include "support/temp_archive.hpp"

using namespace morgue;
namespace glass = index::glass;

namespace {

// Words of every length of list, one with so many positions that its entry has several parts; gaps
// between the articles' numbers.
std::vector<index::Entry> entries() {
    std::vector<index::Entry> out;
    for (index::Seq seq = 1; seq < 400; seq += 1 + seq % 3) {
        index::Entry entry;
        entry.seq = seq;
        for (std::uint32_t word = 1; word <= 40; ++word) {
            const std::uint32_t count = word == 40 && seq % 7 == 0 ? 9'000 : (seq * word) % 23;
            if (count == 0) continue;
            const auto first = std::uint32_t(entry.positions.size());
            for (std::uint32_t i = 0, at = word; i < count; ++i)
                entry.positions.push_back(at += 1 + (seq + i * i * word) % (word * 3));
            entry.add_term("", "w" + std::to_string(word), count, first, count);
        }
        entry.sort_terms();
        out.push_back(std::move(entry));
    }
    return out;
}

// The first place at which the two readings differ.
std::string difference(const std::filesystem::path& segment) {
    const Xapian::Database database(segment.string());
    index::Positions positions(segment);
    for (index::Seq seq = 1; seq < 405; ++seq)
        for (const std::string word : {"w1", "w2", "w17", "w39", "w40", "w4", "w", "x", ""}) {
            std::vector<std::uint32_t> expected;
            bool there = false;
            try {
                const auto document = database.get_document(seq);
                for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
                    there = there || *term == word;
            } catch (const Xapian::DocNotFoundError&) {
            }
            if (there)
                for (auto at = database.positionlist_begin(seq, word);
                     at != database.positionlist_end(seq, word); ++at)
                    expected.push_back(*at);
            if (positions.of(word, seq) != expected) return word + " in " + std::to_string(seq);
        }
    return {};
}

std::string read_again(const std::vector<std::uint32_t>& positions) {
    std::string tag;
    glass::put_positions(tag, positions);
    std::vector<std::uint32_t> out{7};
    glass::read_positions(tag, out);
    return out.front() == 7 &&
                   std::equal(out.begin() + 1, out.end(), positions.begin(), positions.end())
               ? "same"
               : "other";
}

}  // namespace

TEST_CASE("positions read straight from a segment are those that Xapian reads",
          "[index][positions]") {
    const TempArchive temp;
    for (const auto& writer : {index::glass_writer(), index::portable_writer()}) {
        INFO(writer->name());
        const auto folder = temp.file(std::string(writer->name()));
        const auto builder = writer->begin(folder);
        for (const index::Entry& entry : entries()) builder->add(entry);
        builder->finish();
        CHECK(difference(folder) == "");
    }
}

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
            } catch (const Error& error) {
                CHECK(error.kind() == Error::Kind::corrupt);
            }
        }
}
