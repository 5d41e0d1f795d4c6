#pragma once
// One block of a B-tree table: a header, a directory of offsets in key order, and items that fill
// the block from its end downwards. docs/glass.md, "Blocks".
#include <array>
#include <cstdint>
#include <string_view>

#include "index/glass/codes.hpp"

namespace morgue::index::glass {

inline constexpr unsigned block_size = 8192;  // bytes
inline constexpr unsigned block_header = 11;
inline constexpr unsigned directory_entry = 2;

// At least four items fit a block.
inline constexpr unsigned max_item = (block_size - block_header - 4 * directory_entry) / 4;

// What a leaf item's first byte says beside the upper bits of its size.
enum ItemFlag : std::uint8_t {
    compressed_tag = 0x80,
    last_component = 0x40,
    first_component = 0x20
};

class Block {
public:
    void clear() {
        directory_end_ = block_header;
        items_begin_ = block_size;
    }
    bool empty() const { return directory_end_ == block_header; }
    unsigned room() const { return items_begin_ - directory_end_; }
    bool fits(unsigned item_size) const { return room() >= item_size + directory_entry; }

    // Space for the next item, in key order; it must fit.
    char* add(unsigned item_size) {
        items_begin_ -= item_size;
        write_be(&bytes_[directory_end_], 2, items_begin_);
        directory_end_ += directory_entry;
        return &bytes_[items_begin_];
    }

    // Completes header and gap; the bytes are then fit to be written.
    std::string_view seal(unsigned level, std::uint32_t revision);

private:
    std::array<char, block_size> bytes_;
    unsigned directory_end_ = block_header, items_begin_ = block_size;
};

// Part of a block that may be damaged: throws Error::Kind::corrupt where it reaches out of it.
std::string_view part(std::string_view block, std::size_t offset, std::size_t size);

// Writes a leaf item at `at`; `component` counts from 1. Its size is leaf_item_size().
void write_leaf_item(char* at, unsigned size, std::string_view key, unsigned component,
                     std::string_view tag, std::uint8_t flags);
inline unsigned leaf_item_size(std::size_t key, unsigned component, std::size_t tag) {
    return unsigned(3 + key + (component > 1 ? 2 : 0) + tag);
}

// Writes a branch item of key.size() + branch_item_overhead bytes.
inline constexpr unsigned branch_item_overhead = 7;
void write_branch_item(char* at, std::uint32_t child, std::string_view key, unsigned component);

}  // namespace morgue::index::glass
