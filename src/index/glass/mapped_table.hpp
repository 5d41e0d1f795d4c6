#pragma once
// A table of a published segment, mapped, so that a look-up costs a search in memory and no system
// call. Every offset is checked: damage throws Error::Kind::corrupt. docs/glass.md, "Blocks".
#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/files.hpp"
#include "index/glass/table.hpp"

namespace morgue::index::glass {

struct ItemKey {
    std::string_view key;
    unsigned component;                                // from 1
    auto operator<=>(const ItemKey&) const = default;  // bytes, then shorter first, then component
};

struct LeafItem {
    std::string_view tag;
    bool last;  // component of its entry
};

// A block where it lies.
class BlockView {
public:
    BlockView() = default;  // of none
    explicit BlockView(std::string_view bytes) : bytes_(bytes) {}

    explicit operator bool() const { return !bytes_.empty(); }
    unsigned items() const { return (read_be(&bytes_[9], 2) - block_header) / directory_entry; }

    ItemKey leaf_key(unsigned nth) const {
        const unsigned offset = offset_of(nth);
        const std::string_view head = part(bytes_, offset, 3);
        const auto size = std::uint8_t(head[2]);
        const std::string_view key = part(bytes_, offset + 3, size);
        if (std::uint8_t(head[0]) & first_component) return {key, 1};
        return {key, read_be(part(bytes_, offset + 3 + size, 2).data(), 2)};
    }
    LeafItem leaf_item(unsigned nth) const;

    ItemKey branch_key(unsigned nth) const {
        const unsigned offset = offset_of(nth);
        const auto size = std::uint8_t(part(bytes_, offset, 5)[4]);
        return {part(bytes_, offset + 5, size),
                read_be(part(bytes_, offset + 5 + size, 2).data(), 2)};
    }
    // The child that holds what comes from this item's key on.
    std::uint32_t child(unsigned nth) const {
        return read_be(part(bytes_, offset_of(nth), 4).data(), 4);
    }
    // Of a branch: the last item that begins at `key` or before.
    unsigned covering(const ItemKey& key) const;

private:
    unsigned offset_of(unsigned nth) const {
        return read_be(&bytes_[block_header + nth * directory_entry], 2);
    }

    std::string_view bytes_;
};

// The first number from `begin` on for which `before(nth)` is false; quick when it is near.
template <class Before>
unsigned first_not(unsigned begin, unsigned count, Before before) {
    unsigned end = begin, step = 1;
    while (end < count && before(end)) {
        begin = end + 1;
        end += step;
        step *= 2;
    }
    end = std::min(end, count);
    while (begin < end) {
        const unsigned middle = (begin + end) / 2;
        if (before(middle))
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

class MappedTable {
public:
    static constexpr unsigned max_height = 10;

    MappedTable(const std::filesystem::path& folder, TableKind kind, const Root& root);

    bool empty() const { return root_.blocks == 0; }
    const Root& root() const { return root_; }
    BlockView block(std::uint32_t number, unsigned level) const;

private:
    core::MappedFile file_;
    Root root_;
    std::string name_;
};

// A place among the entries of a table.
class TableWalk {
public:
    explicit TableWalk(const MappedTable& table) : table_(table) {}

    // To the last entry whose key is `key` or less; false if there is none.
    bool seek(std::string_view key);
    // To the entry behind; false at the end.
    bool next();

    bool empty() const { return table_.empty(); }
    std::string_view key() const { return leaf().block.leaf_key(leaf().at).key; }
    // Valid until the next step.
    std::string_view tag();
    // As much of the tag as its first component holds; before tag() is asked for.
    std::string_view beginning() const { return leaf().block.leaf_item(leaf().at).tag; }

private:
    struct Step {
        BlockView block;
        unsigned at = 0;
    };

    const Step& leaf() const { return steps_[0]; }
    bool in_leaf(std::string_view key) const;
    void go_down(const ItemKey& wanted);
    bool forward();
    bool back();
    void descend(unsigned level, bool last);

    const MappedTable& table_;
    std::array<Step, MappedTable::max_height + 1> steps_;  // by level, the leaf first
    std::string joined_;                                   // of several components
};

}  // namespace morgue::index::glass
