#include "index/glass/cursor.hpp"

#include "index/glass/damage.hpp"

namespace morgue::index::glass {

namespace {

// Part of a block, checked.
std::string_view part(std::string_view block, std::size_t offset, std::size_t size) {
    if (offset + size > block.size()) damaged("an item reaches out of its block");
    return block.substr(offset, size);
}

}  // namespace

TableCursor::TableCursor(const std::filesystem::path& folder, TableKind kind, const Root& root)
    : name_(shape(kind).file) {
    if (root.blocks == 0) {
        done_ = true;
        return;
    }
    file_ = core::MappedFile(folder / shape(kind).file);
    descend(root.block, root.level);
    Item null_item;
    if (!next_item(null_item) || !null_item.key.empty()) damaged(name_ + " has no first item");
    next();
}

void TableCursor::descend(std::uint32_t block, unsigned level) {
    while (true) {
        const std::size_t offset = std::size_t(block) * block_size;
        if (offset + block_size > file_.bytes().size()) damaged(name_ + " is cut off");
        const std::string_view bytes = file_.bytes().substr(offset, block_size);
        const unsigned end = read_be(&bytes[9], 2);
        if (std::uint8_t(bytes[4]) != level || end > block_size || end <= block_header)
            damaged(name_ + " has a block out of place");
        path_.push_back({bytes, block_header, end});
        if (level == 0) return;
        Level& branch = path_.back();
        block = read_be(part(bytes, read_be(&bytes[branch.at], 2), 4).data(), 4);
        branch.at += directory_entry;
        --level;
    }
}

bool TableCursor::next_item(Item& item) {
    while (!path_.empty() && path_.back().at >= path_.back().end) path_.pop_back();
    if (path_.empty()) return false;
    Level& open = path_.back();
    const auto level = std::uint8_t(open.block[4]);
    if (level > 0) {
        const std::uint32_t child =
            read_be(part(open.block, read_be(&open.block[open.at], 2), 4).data(), 4);
        open.at += directory_entry;
        descend(child, level - 1u);
    }
    item = item_of(path_.back());
    path_.back().at += directory_entry;
    return true;
}

TableCursor::Item TableCursor::item_of(const Level& leaf) const {
    const unsigned offset = read_be(&leaf.block[leaf.at], 2);
    const std::string_view head = part(leaf.block, offset, 3);
    const auto flags = std::uint8_t(head[0]);
    const unsigned size = (read_be(head.data(), 2) & 0x1FFF) + 3;
    const std::string_view item = part(leaf.block, offset, size);
    const auto key_size = std::uint8_t(head[2]);
    const unsigned tag_begin = 3u + key_size + (flags & first_component ? 0 : 2);
    if (tag_begin > size) damaged(name_ + " has an item without room for its key");
    return {item.substr(3, key_size), item.substr(tag_begin), flags};
}

void TableCursor::next() {
    Item item;
    last_key_.assign(key_);
    if (!next_item(item)) {
        done_ = true;
        key_ = tag_ = {};
        return;
    }
    if (item.key <= last_key_) damaged(name_ + " is not in order");
    key_ = item.key;
    tag_ = item.tag;
    compressed_ = item.flags & compressed_tag;
    if (item.flags & last_component) return;
    joined_.assign(tag_);
    while (!(item.flags & last_component)) {
        if (!next_item(item) || item.key != key_) damaged(name_ + " lacks the end of an entry");
        joined_.append(item.tag);
    }
    tag_ = joined_;
}

}  // namespace morgue::index::glass
