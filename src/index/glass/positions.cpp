#include "index/glass/positions.hpp"

#include <bit>
#include <cstring>

#include "index/glass/codes.hpp"
#include "index/glass/damage.hpp"

namespace morgue::index::glass {

namespace {

constexpr std::uint64_t largest_position = 1u << 24;  // body and fields lie below

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

std::uint64_t little_endian(const char* bytes) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

// What BitWriter wrote.
class BitReader {
public:
    explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

    // Without a branch on what was read: every other one would be guessed wrong.
    std::uint32_t get(std::uint32_t outof) {
        const unsigned bits = unsigned(std::bit_width(outof - 1));
        const auto spare = std::uint32_t((std::uint64_t(1) << bits) - outof);
        if (held_ < bits) refill();
        if (spare == 0) {
            const std::uint32_t value = low(bits);
            drop(bits);
            return value;
        }
        const std::uint32_t middle = (outof - spare) / 2;
        const std::uint32_t value = low(bits - 1);
        const bool longer = value < middle;
        const auto high = std::uint32_t(pending_ >> (bits - 1)) & std::uint32_t(longer);
        drop(bits - 1 + longer);
        return value + high * (middle + spare);
    }

private:
    std::uint32_t low(unsigned bits) const {
        return std::uint32_t(pending_ & ((std::uint64_t(1) << bits) - 1));
    }

    void drop(unsigned bits) {
        if (bits > held_) damaged("a list of positions ends too soon");
        pending_ >>= bits;
        held_ -= bits;
    }

    // Eight bytes at once where there are so many; the bits beyond the last whole byte are read
    // again by the next refill, which finds them unchanged.
    void refill() {
        if (bytes_.size() - at_ >= 8) {
            pending_ |= little_endian(bytes_.data() + at_) << held_;
            const unsigned whole = (63 - held_) / 8;
            at_ += whole;
            held_ += 8 * whole;
            return;
        }
        for (; held_ <= 56 && at_ < bytes_.size(); held_ += 8)
            pending_ |= std::uint64_t(std::uint8_t(bytes_[at_++])) << held_;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::uint64_t pending_ = 0;
    unsigned held_ = 0;
};

// Sets every position strictly between `first` and `last`, of which there are some.
void fill(BitReader& bits, std::span<std::uint32_t> at, std::size_t first, std::size_t last) {
    do {
        const std::size_t middle = first + (last - first) / 2;
        const std::uint64_t room = std::uint64_t(at[last]) - at[first] + first - last + 1;
        if (room - 1 >= largest_position) damaged("a list of positions is not in order");
        at[middle] = std::uint32_t(at[first] + (middle - first) + bits.get(std::uint32_t(room)));
        if (first + 1 < middle) fill(bits, at, first, middle);
        first = middle;
    } while (first + 1 < last);
}

}  // namespace

void read_positions(std::string_view tag, std::vector<std::uint32_t>& out) {
    Decoder in(tag);
    const std::uint64_t last = in.uint();
    if (last > largest_position) damaged("a position is beyond any article");
    if (in.done()) return out.push_back(std::uint32_t(last));
    BitReader bits(in.rest());
    const std::uint32_t first = last > 0 ? bits.get(std::uint32_t(last)) : 0;
    if (first >= last) damaged("a list of positions is not in order");
    const std::size_t count = bits.get(std::uint32_t(last - first)) + std::size_t(2);
    const std::size_t before = out.size();
    out.resize(before + count);
    const std::span<std::uint32_t> made(out.data() + before, count);
    made.front() = first;
    made.back() = std::uint32_t(last);
    if (count > 2) fill(bits, made, 0, count - 1);
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
