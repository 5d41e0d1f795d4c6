#include "index/glass/block.hpp"

#include <cstring>

#include "index/glass/damage.hpp"

namespace morgue::index::glass {

std::string_view Block::seal(unsigned level, std::uint32_t revision) {
    std::memset(&bytes_[directory_end_], 0, room());
    write_be(&bytes_[0], 4, revision);
    bytes_[4] = char(level);
    write_be(&bytes_[5], 2, room());  // in one piece
    write_be(&bytes_[7], 2, room());  // in all
    write_be(&bytes_[9], 2, directory_end_);
    return {bytes_.data(), bytes_.size()};
}

std::string_view part(std::string_view block, std::size_t offset, std::size_t size) {
    if (offset + size > block.size()) damaged("an item reaches out of its block");
    return block.substr(offset, size);
}

void write_leaf_item(char* at, unsigned size, std::string_view key, unsigned component,
                     std::string_view tag, std::uint8_t flags) {
    write_be(at, 2, size - 3);
    at[0] = char(std::uint8_t(at[0]) | flags);
    at[2] = char(key.size());
    at += 3;
    if (!key.empty()) std::memcpy(at, key.data(), key.size());
    at += key.size();
    if (component > 1) {
        write_be(at, 2, component);
        at += 2;
    }
    if (!tag.empty()) std::memcpy(at, tag.data(), tag.size());
}

void write_branch_item(char* at, std::uint32_t child, std::string_view key, unsigned component) {
    write_be(at, 4, child);
    at[4] = char(key.size());
    if (!key.empty()) std::memcpy(at + 5, key.data(), key.size());
    write_be(at + 5 + key.size(), 2, component);
}

}  // namespace morgue::index::glass
