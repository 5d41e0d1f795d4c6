// The glass writer against Xapian itself: bytes, whole segments, merges, damage.
#include <catch2/catch.hpp>
#include <fstream>
#include <morgue/error.hpp>

#include "index/check.hpp"
#include "index/glass/cursor.hpp"
#include "index/glass/positions.hpp"
#include "index/glass/postings.hpp"
#include "index/glass/termlist.hpp"
#include "index/glass/version.hpp"
#include "index/segment_writer.hpp"
#include "support/databases.hpp"
#include "support/entries.hpp"
#include "support/temp_archive.hpp"

using namespace morgue;
using index::Entry;
using index::Seq;
namespace glass = index::glass;
namespace fs = std::filesystem;

namespace {

std::string hex(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const char byte : bytes) {
        out += digits[std::uint8_t(byte) >> 4];
        out += digits[std::uint8_t(byte) & 15];
    }
    return out;
}

std::string positions_hex(std::vector<std::uint32_t> positions) {
    std::string out;
    glass::put_positions(out, positions);
    return hex(out);
}

std::string sort_uint_hex(glass::Docid value) {
    std::string out;
    glass::put_sort_uint(out, value);
    return hex(out);
}

void write(const index::SegmentWriter& writer, const fs::path& folder,
           const std::vector<Entry>& entries) {
    const auto builder = writer.begin(folder);
    for (const Entry& entry : entries) builder->add(entry);
    builder->finish();
}

// Writes the same entries both ways; what differs, or what Xapian's own check finds.
std::string compare_writers(const std::vector<Entry>& entries) {
    const TempArchive temp;
    write(*index::glass_writer(), temp.file("glass"), entries);
    write(*index::portable_writer(), temp.file("portable"), entries);
    for (const std::string& fault : index::check_segment(temp.file("glass")).faults) return fault;
    return databases::difference(Xapian::Database(temp.file("glass").string()),
                                 Xapian::Database(temp.file("portable").string()));
}

std::vector<Entry> random_entries(std::uint32_t seed, Seq first, Seq last, std::uint32_t most) {
    RandomEntries draw(seed);
    std::vector<Entry> out;
    for (Seq seq = first; seq <= last; seq += 1 + (draw.below(5) == 0 ? draw.below(40) : 0))
        out.push_back(draw(seq, draw.below(most)));
    return out;
}

std::vector<std::pair<std::string, std::string>> entries_of(const fs::path& folder,
                                                            glass::TableKind kind) {
    const auto roots = glass::read_version(folder).roots;
    std::vector<std::pair<std::string, std::string>> out;
    for (glass::TableCursor cursor(folder, kind, roots[std::size_t(kind)]); !cursor.done();
         cursor.next())
        out.emplace_back(hex(cursor.key()), hex(cursor.tag()));
    return out;
}

}  // namespace

TEST_CASE("numbers in keys sort as numbers") {
    CHECK(sort_uint_hex(1) == "0001");
    CHECK(sort_uint_hex(0x7FFF) == "7fff");
    CHECK(sort_uint_hex(0x8000) == "808000");
    CHECK(sort_uint_hex(0x3FFFFF) == "bfffff");
    CHECK(sort_uint_hex(0x400000) == "c0400000");
    CHECK(sort_uint_hex(0x1FFFFFFF) == "dfffffff");
    CHECK(sort_uint_hex(0x20000000) == "e020000000");
    for (const glass::Docid value :
         {1u, 0x7FFFu, 0x8000u, 0x3FFFFFu, 0x400000u, 0x1FFFFFFFu, 0x20000000u, 0xFFFFFFFFu}) {
        std::string bytes;
        glass::put_sort_uint(bytes, value);
        CHECK(glass::Decoder(bytes).sort_uint() == value);
    }
}

TEST_CASE("positions are coded as Xapian codes them") {
    CHECK(positions_hex({5}) == "05");
    CHECK(positions_hex({3, 7, 20}) == "142306");
}

TEST_CASE("a document's entries in the tables are those of docs/glass.md") {
    const TempArchive temp;
    write(*index::glass_writer(), temp.file("glass"),
          {make_entry(1, {{"cat", {3, 7, 20}, 3}, {"Q1", {}, 0}}, {{0, "20240101"}, {2, "x"}})});
    using Entries = std::vector<std::pair<std::string, std::string>>;
    CHECK(entries_of(temp.file("glass"), glass::TableKind::postlist) ==
          Entries{{"00d0", "01083230323430313031"},
                  {"00d002", "010178"},
                  {"00d8000001", "083230323430313031"},
                  {"00d8020001", "0178"},
                  {"00e0", "000000310003"},
                  {"5131", "010000310000"},
                  {"636174", "010300310003"}});
    CHECK(entries_of(temp.file("glass"), glass::TableKind::termlist) ==
          Entries{{"0001",
                   "03020251"
                   "31000c03636174"},
                  {"000100", "0001"}});
    CHECK(entries_of(temp.file("glass"), glass::TableKind::position) ==
          Entries{{"636174000001", "142306"}});
}

TEST_CASE("both writers make the same segment") {
    SECTION("of one empty document") {
        CHECK(compare_writers({make_entry(7, {})}) == "");
    }
    SECTION("of one word") {
        CHECK(compare_writers({make_entry(1, {{"oil", {1}, 1}})}) == "");
    }
    SECTION("of small random documents") {
        for (std::uint32_t seed = 1; seed <= 40; ++seed) {
            INFO("seed " << seed);
            REQUIRE(compare_writers(
                        random_entries(seed, 1 + seed * 900, 1 + seed * 900 + seed, 40)) == "");
        }
    }
    SECTION("of a thousand random documents with gaps") {
        CHECK(compare_writers(random_entries(77, 30'000, 36'000, 60)) == "");
    }
    SECTION("of one huge document among small ones") {
        std::vector<Entry> entries = random_entries(5, 1, 20, 10);
        RandomEntries draw(6);
        entries.push_back(draw(1000, 60'000));
        CHECK(compare_writers(entries) == "");
    }
}

TEST_CASE("a segment whose every table has three levels equals Xapian's") {
    std::vector<Entry> entries;
    RandomEntries draw(3);
    for (Seq seq = 1; seq <= 70'000; ++seq)
        entries.push_back(make_entry(
            seq,
            {{"in every document", {seq % 50 + 1}, 1},
             {"only in document " + std::to_string(seq) + std::string(60, '.'), {1, 9}, 2},
             {"w" + std::to_string(draw.below(900)), {2}, 1}},
            {{0, std::to_string(seq)}, {3, std::to_string(draw.below(12))}}));
    const TempArchive temp;
    write(*index::glass_writer(), temp.file("glass"), entries);
    const auto roots = glass::read_version(temp.file("glass")).roots;
    CHECK(roots[std::size_t(glass::TableKind::postlist)].level >= 2);
    CHECK(roots[std::size_t(glass::TableKind::termlist)].level >= 2);
    CHECK(roots[std::size_t(glass::TableKind::position)].level >= 2);
    write(*index::portable_writer(), temp.file("portable"), entries);
    CHECK(index::check_segment(temp.file("glass")).faults == std::vector<std::string>{});
    CHECK(databases::difference(Xapian::Database(temp.file("glass").string()),
                                Xapian::Database(temp.file("portable").string())) == "");
}

TEST_CASE("stock Xapian can go on changing what the glass writer wrote") {
    const TempArchive temp;
    std::vector<Entry> entries = random_entries(9, 1, 2'000, 30);
    write(*index::glass_writer(), temp.file("glass"), entries);
    write(*index::portable_writer(), temp.file("portable"), entries);
    for (const char* name : {"glass", "portable"}) {
        for (const Seq first : {100u, 700u, 1'500u}) {
            Xapian::WritableDatabase database(temp.file(name).string(), Xapian::DB_OPEN);
            for (std::size_t i = 0; i < 40 && first / 2 + i < entries.size(); ++i)
                database.delete_document(entries[first / 2 + i].seq);
            Xapian::Document added;
            added.add_posting("w3", first, 2);
            added.add_value(1, "later");
            database.add_document(added);
            database.commit();
        }
        CHECK(Xapian::Database::check(temp.file(name).string(), 0, nullptr) == 0);
    }
    CHECK(databases::difference(Xapian::Database(temp.file("glass").string()),
                                Xapian::Database(temp.file("portable").string())) == "");
}

TEST_CASE("merged segments equal one segment of the living") {
    for (const bool portable_sources : {false, true}) {
        INFO((portable_sources ? "portable sources" : "glass sources"));
        const TempArchive temp;
        std::vector<fs::path> sources;
        std::vector<Entry> living;
        std::vector<Seq> dead;
        RandomEntries draw(12);
        Seq next = 1;
        for (int part = 0; part < 5; ++part) {
            const Seq last = next + 20 + draw.below(3'000);
            const std::vector<Entry> entries = random_entries(50 + part, next, last, 25);
            sources.push_back(temp.file("part" + std::to_string(part)));
            write(portable_sources && part % 2 ? *index::portable_writer() : *index::glass_writer(),
                  sources.back(), entries);
            for (const Entry& entry : entries)
                if (part == 1 || draw.below(30) == 0)  // a whole segment, and one here and there
                    dead.push_back(entry.seq);
                else
                    living.push_back(entry);
            next = entries.back().seq + 1;
        }
        index::glass_writer()->merge(sources, dead, temp.file("merged"));
        write(*index::portable_writer(), temp.file("living"), living);
        CHECK(index::check_segment(temp.file("merged")).faults == std::vector<std::string>{});
        CHECK(databases::difference(Xapian::Database(temp.file("merged").string()),
                                    Xapian::Database(temp.file("living").string())) == "");
    }
}

TEST_CASE("merging many small segments leaves posting lists in full chunks") {
    const TempArchive temp;
    std::vector<fs::path> sources;
    for (Seq first = 1; first <= 40 * 20; first += 20) {
        std::vector<Entry> entries;
        for (Seq seq = first; seq < first + 20; ++seq)
            entries.push_back(make_entry(seq, {{"everywhere", {1}, 1}}));
        sources.push_back(temp.file("part" + std::to_string(first)));
        write(*index::glass_writer(), sources.back(), entries);
    }
    index::glass_writer()->merge(sources, {}, temp.file("merged"));
    CHECK(entries_of(temp.file("merged"), glass::TableKind::postlist).size() == 2);
}

TEST_CASE("a damaged source is refused, and never read past its end") {
    const TempArchive temp;
    const fs::path good = temp.file("good");
    write(*index::glass_writer(), good, random_entries(4, 1, 300, 40));
    RandomEntries dice(8);
    int refused = 0;
    for (int round = 0; round < 200; ++round) {
        const fs::path bad = temp.file("bad");
        fs::remove_all(bad);
        fs::copy(good, bad);
        const fs::path table =
            bad / (std::vector<std::string>{"postlist.glass", "termlist.glass", "position.glass",
                                            "iamglass"}[dice.below(4)]);
        if (round % 10 == 0) {
            fs::resize_file(table, fs::file_size(table) / 2);
        } else {
            std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(dice.below(std::uint32_t(fs::file_size(table))));
            file.put(char(dice.below(256)));
        }
        fs::remove_all(temp.file("merged"));
        try {
            index::glass_writer()->merge(std::vector{bad}, {}, temp.file("merged"));
        } catch (const Error& error) {
            CHECK(error.kind() == Error::Kind::corrupt);
            ++refused;
        }
    }
    CHECK(refused >= 20);  // every table cut in half
}
