#pragma once
// Memory handed out in small pieces and given back as a whole; a piece is named by 32 bits.
#include <cassert>
#include <cstdint>
#include <memory>
#include <vector>

namespace morgue::index::glass {

class Arena {
public:
    using Place = std::uint32_t;

    // At most block_bytes; a piece lies within one block.
    Place take(std::uint32_t bytes) {
        assert(bytes <= block_bytes);
        if (blocks_.empty() || used_ + bytes > block_bytes) next_block();
        const Place place = Place((blocks_.size() - 1) << block_bits) | used_;
        used_ += bytes;
        return place;
    }
    char* at(Place place) {
        return blocks_[place >> block_bits].get() + (place & (block_bytes - 1));
    }
    const char* at(Place place) const {
        return blocks_[place >> block_bits].get() + (place & (block_bytes - 1));
    }

    std::size_t memory() const { return blocks_.size() * block_bytes; }

private:
    static constexpr unsigned block_bits = 20;
    static constexpr std::uint32_t block_bytes = 1u << block_bits;

    void next_block() {
        assert(blocks_.size() < 1u << (32 - block_bits));
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_bytes));
        used_ = 0;
    }

    std::vector<std::unique_ptr<char[]>> blocks_;
    std::uint32_t used_ = 0;
};

}  // namespace morgue::index::glass
