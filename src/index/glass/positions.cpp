#include "index/glass/positions.hpp"

#include <bit>

#include "index/glass/bit_reader.hpp"
#include "index/glass/codes.hpp"
#include "index/glass/damage.hpp"

namespace morgue::index::glass {

namespace {

// Bits, the least significant first.
class BitWriter {
public:
    explicit BitWriter(std::string& out) : out_(out) {}

    // A number below `outof` in as few bits as that allows; the middle values take one bit less.
    void put(std::uint32_t value, std::uint32_t outof) {
        unsigned bits = unsigned(std::bit_width(outof - 1));
        const auto spare = std::uint32_t((std::uint64_t(1) << bits) - outof);
        if (spare) {
            const std::uint32_t middle = (outof - spare) / 2;
            if (value >= middle + spare)
                value = (value - (middle + spare)) | std::uint32_t(1) << (bits - 1);
            else if (value >= middle)
                --bits;
        }
        pending_ |= std::uint64_t(value) << used_;
        used_ += bits;
        if (used_ >= 32) drain();
    }

    void finish() {
        while (used_ > 0) {
            out_.push_back(char(pending_));
            pending_ >>= 8;
            used_ = used_ > 8 ? used_ - 8 : 0;
        }
    }

private:
    void drain() {
        char word[4];
        for (unsigned i = 0; i < 4; ++i) word[i] = char(pending_ >> 8 * i);
        out_.append(word, 4);
        pending_ >>= 32;
        used_ -= 32;
    }

    std::string& out_;
    std::uint64_t pending_ = 0;
    unsigned used_ = 0;
};

// Every position strictly between `first` and `last`: the middle one, then both halves.
void interpolate(BitWriter& bits, std::span<const std::uint32_t> at, std::size_t first,
                 std::size_t last) {
    while (first + 1 < last) {
        const std::size_t middle = first + (last - first) / 2;
        const auto least = std::uint32_t(at[first] + (middle - first));
        bits.put(at[middle] - least, std::uint32_t(at[last] - at[first] + first - last + 1));
        interpolate(bits, at, first, middle);
        first = middle;
    }
}

// Sets every position strictly between `first` and `last`, of which there are some.
void fill(BitReader& bits, std::span<std::uint32_t> at, std::size_t first, std::size_t last) {
    do {
        const std::size_t middle = first + (last - first) / 2;
        at[middle] = read_between(bits, at, first, middle, last);
        if (first + 1 < middle) fill(bits, at, first, middle);
        first = middle;
    } while (first + 1 < last);
}

}  // namespace

PositionsHead read_head(std::string_view tag) {
    Decoder in(tag);
    const std::uint64_t last = in.uint();
    if (last > largest_position) damaged("a position is beyond any article");
    PositionsHead head{std::uint32_t(last), std::uint32_t(last), 1, BitReader(in.rest())};
    if (in.done()) return head;
    head.first = last > 0 ? head.bits.get(std::uint32_t(last)) : 0;
    if (head.first >= last) damaged("a list of positions is not in order");
    head.count = head.bits.get(std::uint32_t(last - head.first)) + std::size_t(2);
    return head;
}

void read_positions(std::string_view tag, std::vector<std::uint32_t>& out) {
    PositionsHead head = read_head(tag);
    const std::size_t before = out.size();
    out.resize(before + head.count);
    const std::span<std::uint32_t> made(out.data() + before, head.count);
    made.back() = head.last;
    made.front() = head.first;
    if (head.count > 2) fill(head.bits, made, 0, head.count - 1);
}

void put_positions(std::string& out, std::span<const std::uint32_t> positions) {
    const std::uint32_t first = positions.front(), last = positions.back();
    put_uint(out, last);
    if (positions.size() == 1) return;
    BitWriter bits(out);
    bits.put(first, last);
    bits.put(std::uint32_t(positions.size() - 2), last - first);
    interpolate(bits, positions, 0, positions.size() - 1);
    bits.finish();
}

}  // namespace morgue::index::glass
