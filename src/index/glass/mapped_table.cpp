#include "index/glass/mapped_table.hpp"

#include "index/glass/damage.hpp"

namespace morgue::index::glass {

LeafItem BlockView::leaf_item(unsigned nth) const {
    const unsigned offset = offset_of(nth);
    const std::string_view head = part(bytes_, offset, 3);
    const unsigned size = (read_be(head.data(), 2) & 0x1FFF) + 3;
    const auto flags = std::uint8_t(head[0]);
    const unsigned before = 3u + std::uint8_t(head[2]) + (flags & first_component ? 0 : 2);
    if (size < before) damaged("an item has no room for its key");
    return {part(bytes_, offset, size).substr(before), (flags & last_component) != 0};
}

unsigned BlockView::covering(const ItemKey& key) const {
    // the first item covers everything below the second
    unsigned begin = 1, end = items();
    while (begin < end) {
        const unsigned middle = (begin + end) / 2;
        if (branch_key(middle) <= key)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin - 1;
}

MappedTable::MappedTable(const std::filesystem::path& folder, TableKind kind, const Root& root)
    : root_(root), name_(shape(kind).file) {
    if (root.level > max_height) damaged(name_ + " is too high a tree");
    if (!empty()) file_ = core::MappedFile(folder / shape(kind).file);
}

BlockView MappedTable::block(std::uint32_t number, unsigned level) const {
    const std::size_t offset = std::size_t(number) * block_size;
    if (offset + block_size > file_.bytes().size()) damaged(name_ + " is cut off");
    const std::string_view bytes = file_.bytes().substr(offset, block_size);
    const unsigned end = read_be(&bytes[9], 2);
    if (std::uint8_t(bytes[4]) != level || end > block_size || end <= block_header)
        damaged(name_ + " has a block out of place");
    return BlockView(bytes);
}

bool TableWalk::seek(std::string_view key) {
    if (table_.empty()) return false;
    const ItemKey wanted{key, UINT32_MAX};  // behind all of its components
    if (!in_leaf(key)) go_down(wanted);
    Step& leaf = steps_[0];
    leaf.at = first_not(leaf.at, leaf.block.items(),
                        [&](unsigned n) { return leaf.block.leaf_key(n) <= wanted; });
    do
        if (!back()) return false;
    while (leaf.block.leaf_key(leaf.at).component > 1);
    return !this->key().empty();
}

// Whether it lies between the present item and the last one of its leaf.
bool TableWalk::in_leaf(std::string_view key) const {
    const Step& leaf = steps_[0];
    return leaf.block && leaf.block.leaf_key(leaf.at).key <= key &&
           key < leaf.block.leaf_key(leaf.block.items() - 1).key;
}

// To the first item of the leaf that may hold it.
void TableWalk::go_down(const ItemKey& wanted) {
    std::uint32_t number = table_.root().block;
    for (unsigned level = table_.root().level; level > 0; --level) {
        Step& step = steps_[level];
        step.block = table_.block(number, level);
        step.at = step.block.covering(wanted);
        number = step.block.child(step.at);
    }
    steps_[0] = {table_.block(number, 0), 0};
}

bool TableWalk::next() {
    do
        if (!forward()) return false;
    while (leaf().block.leaf_key(leaf().at).component > 1);
    return true;
}

std::string_view TableWalk::tag() {
    LeafItem item = leaf().block.leaf_item(leaf().at);
    if (item.last) return item.tag;
    const std::string whole(key());
    joined_.assign(item.tag);
    while (!item.last) {
        if (!forward() || key() != whole) damaged("a table lacks the end of an entry");
        item = leaf().block.leaf_item(leaf().at);
        joined_.append(item.tag);
    }
    return joined_;
}

bool TableWalk::forward() {
    unsigned level = 0;
    while (steps_[level].at + 1 >= steps_[level].block.items())
        if (++level > table_.root().level) return false;
    ++steps_[level].at;
    descend(level, false);
    return true;
}

bool TableWalk::back() {
    unsigned level = 0;
    while (steps_[level].at == 0)
        if (++level > table_.root().level) return false;
    --steps_[level].at;
    descend(level, true);
    return true;
}

// To the first or last item of what lies below the present item of `level`.
void TableWalk::descend(unsigned level, bool last) {
    for (; level > 0; --level) {
        const Step& above = steps_[level];
        Step& below = steps_[level - 1];
        below.block = table_.block(above.block.child(above.at), level - 1);
        below.at = last ? below.block.items() - 1 : 0;
    }
}

}  // namespace morgue::index::glass
