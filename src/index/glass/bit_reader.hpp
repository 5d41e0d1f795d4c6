#pragma once
// Reads the numbers of a list of positions: bits, the least significant first, each number in as
// few as its range allows. docs/glass.md, "Positions".
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "index/glass/damage.hpp"

namespace morgue::index::glass {

inline constexpr std::uint64_t largest_position = 1u << 24;  // body and fields lie below

inline std::uint64_t little_endian(const char* bytes) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

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

// The position with the number `middle`, where those with the numbers `first` and `last` are known.
inline std::uint32_t read_between(BitReader& bits, std::span<const std::uint32_t> at,
                                  std::size_t first, std::size_t middle, std::size_t last) {
    const std::uint64_t room = std::uint64_t(at[last]) - at[first] + first - last + 1;
    if (room - 1 >= largest_position) damaged("a list of positions is not in order");
    return std::uint32_t(at[first] + (middle - first) + bits.get(std::uint32_t(room)));
}

// What stands at the head of a list; a list of one is only that.
struct PositionsHead {
    std::uint32_t first, last;
    std::size_t count;
    BitReader bits;  // of what lies between
};

// Throws Error::Kind::corrupt.
PositionsHead read_head(std::string_view tag);

}  // namespace morgue::index::glass
