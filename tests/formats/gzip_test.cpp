#include <zlib.h>

#include <catch2/catch.hpp>

#include "formats/gzip_source.hpp"
#include "formats/reading.hpp"

using namespace morgue;
using namespace morgue::formats;

namespace {

std::string packed(const std::string& text) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string unpacked(const std::string& bytes, std::size_t piece) {
    try {
        Unpacking unpacking({});
        unpacking.took(bytes.size());
        return drain(*gunzip(std::make_unique<StringSource>(bytes, piece), unpacking), 7);
    } catch (const core::BadInput& error) {
        return error.code();
    }
}

// Records that do not pack well, so that a cut falls between them.
std::string records(int count) {
    std::string lines;
    unsigned state = 1;
    for (int i = 0; i < count; ++i) {
        lines += "{\"headline\":\"" + std::to_string(i) + " ";
        for (int j = 0; j < 100; ++j)
            lines += char('a' + ((state = state * 1103515245 + 12345) >> 16) % 26);
        lines += "\"}\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("gzip is unpacked, member after member", "[formats]") {
    const std::string two = packed("one ") + packed("two");
    for (const std::size_t piece : {1u, 5u, 1000u}) {
        CHECK(unpacked(two, piece) == "one two");
        CHECK(unpacked(two + std::string(600, '\0'), piece) == "one two");
        CHECK(unpacked(two + "junk", piece) == "gzip-corrupt");
        CHECK(unpacked(two.substr(0, two.size() - 3), piece) == "gzip-truncated");
    }
    std::string wrong = packed("one two three");
    wrong[wrong.size() - 6] ^= 1;  // in the checksum
    CHECK(unpacked(wrong, 1000) == "gzip-corrupt");
}

TEST_CASE("a gzip file that breaks off gives its articles first, then the reason", "[formats]") {
    const std::string whole = packed(records(3000));
    const std::string all = read_all(whole);
    CHECK(std::count(all.begin(), all.end(), '\n') == 3000);
    const std::string half = read_all(whole.substr(0, whole.size() / 2));
    CHECK(std::count(half.begin(), half.end(), '\n') > 1000);
    CHECK(half.ends_with("[gzip-truncated!]\n"));
    CHECK(read_all(whole.substr(0, 12)) == "[gzip-truncated!]\n");
}

TEST_CASE("a gzip bomb is stopped", "[formats]") {
    CHECK(unpacked(packed(std::string(7 << 20, ' ')), 1000).size() == 7 << 20);
    CHECK(unpacked(packed(std::string(30 << 20, ' ')), 1000) == "archive-bomb");
}
