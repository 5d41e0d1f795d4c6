#include "index/glass/table.hpp"

#include <array>
#include <cassert>

namespace morgue::index::glass {

namespace {

constexpr std::array<TableShape, table_count> shapes{{
    {"postlist.glass", 0},
    {"docdata.glass", 18},
    {"termlist.glass", 18},
    {"position.glass", 0},
    {"spelling.glass", 18},
    {"synonym.glass", 18},
}};

// Bytes of a leaf item beside its key and tag: size, key length, component number.
constexpr std::size_t item_overhead = 5;

}  // namespace

const TableShape& shape(TableKind kind) {
    return shapes[std::size_t(kind)];
}

TableWriter::TableWriter(const std::filesystem::path& folder, TableKind kind)
    : path_(folder / shape(kind).file) {}

void TableWriter::create() {
    if (!levels_.empty()) return;
    file_.open(path_);
    levels_.push_back(std::make_unique<Level>());
    // Every table's first item has the empty key.
    write_leaf_item(levels_[0]->block.add(3), 3, {}, 1, {}, first_component | last_component);
}

void TableWriter::add(std::string_view key, std::string_view tag, bool compressed) {
    assert(!key.empty() && key.size() <= max_key && key > last_key_);
    create();
    const std::uint8_t flags = compressed ? compressed_tag : 0;
    if (item_overhead - 2 + key.size() + tag.size() <= max_item)
        add_item(key, 1, tag, flags | first_component | last_component);
    else
        add_long(key, tag, flags);
    ++entries_;
}

void TableWriter::add_item(std::string_view key, unsigned component, std::string_view tag,
                           std::uint8_t flags) {
    const unsigned size = leaf_item_size(key.size(), component, tag.size());
    if (!levels_[0]->block.fits(size)) next_leaf(key, component);
    write_leaf_item(levels_[0]->block.add(size), size, key, component, tag, flags);
    last_key_.assign(key);
}

// A tag too long for one item: the first component fills the block it begins in.
void TableWriter::add_long(std::string_view key, std::string_view tag, std::uint8_t compressed) {
    const std::size_t later = max_item - item_overhead - key.size();
    std::size_t size = first_component_size(key.size(), tag.size());
    for (unsigned component = 1; true; ++component) {
        const bool last = tag.size() <= size;
        assert(component < 65536);
        add_item(key, component, tag.substr(0, size),
                 std::uint8_t(compressed | (component == 1 ? first_component : 0) |
                              (last ? last_component : 0)));
        if (last) return;
        tag.remove_prefix(size);
        size = later;
    }
}

// Xapian's rule for tables written in order: use what the block has left, when the rest of the tag
// needs no component more for it.
std::size_t TableWriter::first_component_size(std::size_t key, std::size_t tag) const {
    const std::size_t overhead = key + item_overhead;
    const std::size_t later = max_item - overhead;
    std::size_t room = levels_[0]->block.room() % (max_item + directory_entry);
    if (room <= overhead + directory_entry) return later + 2;
    room -= overhead + directory_entry;
    return room >= (tag - 2) % later || room >= key + 34 ? room + 2 : later + 2;
}

void TableWriter::next_leaf(std::string_view key, unsigned component) {
    const std::uint32_t number = write(0);
    Level& leaf = *levels_[0];
    add_child(1, leaf.separator, leaf.component, number);
    leaf.block.clear();
    std::size_t common = 0;
    while (common < key.size() && common < last_key_.size() && key[common] == last_key_[common])
        ++common;
    leaf.separator.assign(key.substr(0, std::min(common + 1, key.size())));
    leaf.component = component;
}

void TableWriter::add_child(unsigned level, std::string_view key, unsigned component,
                            std::uint32_t child) {
    if (level == levels_.size()) levels_.push_back(std::make_unique<Level>());
    Level& branch = *levels_[level];
    if (!branch.block.empty() && !branch.block.fits(unsigned(key.size()) + branch_item_overhead)) {
        const std::uint32_t number = write(level);
        add_child(level + 1, branch.separator, branch.component, number);
        branch.block.clear();
    }
    if (branch.block.empty()) {  // its first key is null: it covers all below the second
        write_branch_item(branch.block.add(branch_item_overhead), child, {}, 0);
        branch.separator.assign(key);
        branch.component = component;
        return;
    }
    write_branch_item(branch.block.add(unsigned(key.size()) + branch_item_overhead), child, key,
                      component);
}

std::uint32_t TableWriter::write(unsigned level) {
    file_.write(levels_[level]->block.seal(level, first_revision));
    return blocks_++;
}

Root TableWriter::finish() {
    if (levels_.empty()) return {};
    std::uint32_t root = write(0);
    for (unsigned level = 0; level + 1 < levels_.size(); ++level) {
        add_child(level + 1, levels_[level]->separator, levels_[level]->component, root);
        root = write(level + 1);
    }
    file_.finish();
    return {root, unsigned(levels_.size()) - 1, entries_, blocks_};
}

}  // namespace morgue::index::glass
