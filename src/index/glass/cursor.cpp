#include "index/glass/cursor.hpp"

#include <cstring>

#include "index/glass/damage.hpp"

namespace morgue::index::glass {

namespace {

constexpr unsigned max_height = 10;
constexpr std::size_t stretch_blocks = 32;

}  // namespace

TableCursor::TableCursor(const std::filesystem::path& folder, TableKind kind, const Root& root)
    : name_(shape(kind).file), height_(root.level) {
    if (root.blocks == 0) {
        done_ = true;
        return;
    }
    if (height_ > max_height) damaged(name_ + " is too high a tree");
    file_ = core::ReadableFile(folder / shape(kind).file);
    for (unsigned level = 0; level <= height_; ++level)
        levels_.push_back(std::make_unique<Level>());
    descend(root.block, height_);
    Item null_item;
    if (!next_item(null_item) || !null_item.key.empty()) damaged(name_ + " has no first item");
    next();
}

void TableCursor::read_block(std::uint32_t number, char* to) {
    const std::uint64_t offset = std::uint64_t(number) * block_size;
    if (offset < stretch_begin_ || offset + block_size > stretch_begin_ + stretch_.size()) {
        stretch_.resize(stretch_blocks * block_size);
        stretch_.resize(file_.read_at(offset, stretch_.data(), stretch_.size()));
        stretch_begin_ = offset;
        if (stretch_.size() < block_size) damaged(name_ + " is cut off");
    }
    std::memcpy(to, stretch_.data() + (offset - stretch_begin_), block_size);
}

void TableCursor::descend(std::uint32_t block, unsigned level) {
    while (true) {
        Level& open = *levels_[level];
        read_block(block, open.block.data());
        open.at = block_header;
        open.end = read_be(&open.block[9], 2);
        if (std::uint8_t(open.block[4]) != level || open.end > block_size ||
            open.end <= block_header)
            damaged(name_ + " has a block out of place");
        if (level == 0) return;
        block = next_child(open);
        --level;
    }
}

std::uint32_t TableCursor::next_child(Level& branch) {
    const unsigned item = read_be(part(branch.bytes(), branch.at, directory_entry).data(), 2);
    branch.at += directory_entry;
    return read_be(part(branch.bytes(), item, 4).data(), 4);
}

bool TableCursor::next_item(Item& item) {
    unsigned level = 0;
    while (levels_[level]->at >= levels_[level]->end)
        if (++level > height_) return false;
    if (level > 0) descend(next_child(*levels_[level]), level - 1);
    item = item_of(*levels_[0]);
    levels_[0]->at += directory_entry;
    return true;
}

TableCursor::Item TableCursor::item_of(const Level& leaf) const {
    const unsigned offset = read_be(part(leaf.bytes(), leaf.at, directory_entry).data(), 2);
    const std::string_view head = part(leaf.bytes(), offset, 3);
    const auto flags = std::uint8_t(head[0]);
    const unsigned size = (read_be(head.data(), 2) & 0x1FFF) + 3;
    const std::string_view item = part(leaf.bytes(), offset, size);
    const auto key_size = std::uint8_t(head[2]);
    const unsigned tag_begin = 3u + key_size + (flags & first_component ? 0 : 2);
    if (tag_begin > size) damaged(name_ + " has an item without room for its key");
    return {item.substr(3, key_size), item.substr(tag_begin), flags};
}

void TableCursor::next() {
    last_key_.assign(key_);
    Item item;
    if (!next_item(item)) {
        done_ = true;
        key_ = tag_ = {};
        return;
    }
    if (item.key <= last_key_) damaged(name_ + " is not in order");
    compressed_ = item.flags & compressed_tag;
    if (!(item.flags & last_component)) return join(item);
    key_ = item.key;
    tag_ = item.tag;
}

void TableCursor::join(const Item& first) {
    joined_key_.assign(first.key);
    joined_tag_.assign(first.tag);
    for (Item item = first; !(item.flags & last_component); joined_tag_.append(item.tag))
        if (!next_item(item) || item.key != joined_key_)
            damaged(name_ + " lacks the end of an entry");
    key_ = joined_key_;
    tag_ = joined_tag_;
}

}  // namespace morgue::index::glass
