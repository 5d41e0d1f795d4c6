#include "index/glass/position_table.hpp"

#include <algorithm>

#include "index/glass/damage.hpp"
#include "index/glass/positions.hpp"
#include "index/glass/version.hpp"

namespace morgue::index::glass {

namespace {

unsigned directory_end(std::string_view block) {
    return read_be(&block[9], 2);
}
unsigned items(std::string_view block) {
    return (directory_end(block) - block_header) / directory_entry;
}
unsigned offset_of(std::string_view block, unsigned nth) {
    return read_be(&block[block_header + nth * directory_entry], 2);
}

struct ItemKey {
    std::string_view key;
    unsigned component;
    auto operator<=>(const ItemKey&) const = default;  // bytes, then shorter first, then component
};

ItemKey leaf_key(std::string_view block, unsigned nth) {
    const unsigned offset = offset_of(block, nth);
    const std::string_view head = part(block, offset, 3);
    const auto size = std::uint8_t(head[2]);
    const std::string_view key = part(block, offset + 3, size);
    if (std::uint8_t(head[0]) & first_component) return {key, 1};
    return {key, read_be(part(block, offset + 3 + size, 2).data(), 2)};
}

ItemKey branch_key(std::string_view block, unsigned nth) {
    const unsigned offset = offset_of(block, nth);
    const auto size = std::uint8_t(part(block, offset, 5)[4]);
    return {part(block, offset + 5, size), read_be(part(block, offset + 5 + size, 2).data(), 2)};
}

// The first item from `begin` on for which `before(nth)` is false; quick when it is near.
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

}  // namespace

std::unique_ptr<PositionTable> PositionTable::open(const std::filesystem::path& folder) {
    const auto version = find_version(folder);
    if (!version) return nullptr;
    auto table = std::make_unique<PositionTable>();
    table->root_ = version->roots[std::size_t(TableKind::position)];
    if (table->root_.blocks > 0)
        table->file_ = core::MappedFile(folder / shape(TableKind::position).file);
    return table;
}

PositionCursor::PositionCursor(const PositionTable& table, std::string_view term) : table_(table) {
    put_sort_string(key_, term, false);
    term_size_ = key_.size();
}

bool PositionCursor::read(Docid docid, std::uint32_t first, std::uint32_t last,
                          std::vector<std::uint32_t>& out) {
    if (table_.root().blocks == 0) return false;
    if (docid < docid_) leaf_ = {};
    docid_ = docid;
    key_.resize(term_size_);
    put_sort_uint(key_, docid);
    Item item;
    if (!find(1, item)) return false;
    std::string_view tag = item.tag;
    if (!item.last) {
        joined_.assign(item.tag);
        for (unsigned component = 2; !item.last; ++component) {
            if (!find(component, item)) damaged("the position table lacks the end of an entry");
            joined_.append(item.tag);
        }
        tag = joined_;
    }
    positions_.clear();
    read_positions(tag, positions_);
    const auto begin = std::lower_bound(positions_.begin(), positions_.end(), first);
    const auto end = std::upper_bound(begin, positions_.end(), last);
    out.insert(out.end(), begin, end);
    return begin != end;
}

// Whether what is looked for would stand before the end of the present leaf.
bool PositionCursor::in_leaf() const {
    return !leaf_.empty() && leaf_key(leaf_, items(leaf_) - 1).key >= key_;
}

bool PositionCursor::find(unsigned component, Item& item) {
    if (component > 1 || !in_leaf()) descend(component);
    const ItemKey wanted{key_, component};
    const unsigned count = items(leaf_);
    at_ = first_not(at_, count, [&](unsigned n) { return leaf_key(leaf_, n) < wanted; });
    if (at_ == count || leaf_key(leaf_, at_) != wanted) return false;
    const unsigned offset = offset_of(leaf_, at_);
    const unsigned size = (read_be(part(leaf_, offset, 3).data(), 2) & 0x1FFF) + 3;
    const unsigned before = 3 + unsigned(key_.size()) + (component > 1 ? 2 : 0);
    if (size < before) damaged("the position table has an item without room for its key");
    item.tag = part(leaf_, offset, size).substr(before);
    item.last = std::uint8_t(leaf_[offset]) & last_component;
    return true;
}

void PositionCursor::descend(unsigned component) {
    const ItemKey wanted{key_, component};
    std::uint32_t number = table_.root().block;
    for (unsigned level = table_.root().level; level > 0; --level) {
        const std::string_view branch = block(number, level);
        // the first item covers everything below the second
        const unsigned behind = first_not(0, items(branch), [&](unsigned n) {
            return n == 0 || branch_key(branch, n) <= wanted;
        });
        number = read_be(part(branch, offset_of(branch, behind - 1), 4).data(), 4);
    }
    leaf_ = block(number, 0);
    at_ = 0;
}

std::string_view PositionCursor::block(std::uint32_t number, unsigned level) const {
    const std::size_t offset = std::size_t(number) * block_size;
    if (offset + block_size > table_.bytes().size()) damaged("the position table is cut off");
    const std::string_view bytes = table_.bytes().substr(offset, block_size);
    const unsigned end = directory_end(bytes);
    if (std::uint8_t(bytes[4]) != level || end > block_size || end <= block_header)
        damaged("the position table has a block out of place");
    return bytes;
}

}  // namespace morgue::index::glass
