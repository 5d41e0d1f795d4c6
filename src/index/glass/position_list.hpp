#pragma once
// One list of positions, unpacked in order and no further than it is asked for.
#include <optional>
#include <vector>

#include "index/glass/bit_reader.hpp"

namespace morgue::index::glass {

class PositionList {
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    // Begins a list, whose bytes must stay where they are.
    void open(std::string_view tag);

    // The first position that is not less, or none; never back. Throws Error::Kind::corrupt.
    std::uint32_t skip_to(std::uint32_t least) {
        while (at_[next_] < least) {
            if (next_ + 1 == count_) return none;
            if (next_ == ready_) unpack();
            ++next_;
        }
        return at_[next_];
    }

private:
    void unpack();

    std::optional<BitReader> bits_;
    std::vector<std::uint32_t> at_;
    std::vector<std::size_t> ends_;  // numbers of positions that are known, the nearest last
    std::size_t count_ = 0;
    std::size_t next_ = 0, ready_ = 0;  // everything up to ready_ is known
};

}  // namespace morgue::index::glass
