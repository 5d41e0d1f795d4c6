#include "index/glass/position_cursor.hpp"

#include <algorithm>

#include "index/glass/damage.hpp"
#include "index/glass/positions.hpp"

namespace morgue::index::glass {

PositionCursor::PositionCursor(const MappedTable& table, std::string_view term) : table_(table) {
    put_sort_string(key_, term, false);
    term_size_ = key_.size();
}

std::optional<std::string_view> PositionCursor::list(Docid docid) {
    if (table_.empty()) return std::nullopt;
    if (docid < docid_) leaf_ = {};
    docid_ = docid;
    key_.resize(term_size_);
    put_sort_uint(key_, docid);
    LeafItem item;
    if (!find(1, item)) return std::nullopt;
    if (item.last) return item.tag;
    joined_.assign(item.tag);
    for (unsigned component = 2; !item.last; ++component) {
        if (!find(component, item)) damaged("the position table lacks the end of an entry");
        joined_.append(item.tag);
    }
    return joined_;
}

bool PositionCursor::read(Docid docid, std::uint32_t first, std::uint32_t last,
                          std::vector<std::uint32_t>& out) {
    const auto tag = list(docid);
    if (!tag) return false;
    positions_.clear();
    read_positions(*tag, positions_);
    const auto begin = std::lower_bound(positions_.begin(), positions_.end(), first);
    const auto end = std::upper_bound(begin, positions_.end(), last);
    out.insert(out.end(), begin, end);
    return begin != end;
}

// Whether what is looked for would stand before the end of the present leaf.
bool PositionCursor::in_leaf() const {
    return leaf_ && leaf_.leaf_key(leaf_.items() - 1).key >= key_;
}

bool PositionCursor::find(unsigned component, LeafItem& item) {
    if (component > 1 || !in_leaf()) descend(component);
    const ItemKey wanted{key_, component};
    const unsigned count = leaf_.items();
    at_ = first_not(at_, count, [&](unsigned n) { return leaf_.leaf_key(n) < wanted; });
    if (at_ == count || leaf_.leaf_key(at_) != wanted) return false;
    item = leaf_.leaf_item(at_);
    return true;
}

void PositionCursor::descend(unsigned component) {
    const ItemKey wanted{key_, component};
    std::uint32_t number = table_.root().block;
    for (unsigned level = table_.root().level; level > 0; --level) {
        const BlockView branch = table_.block(number, level);
        number = branch.child(branch.covering(wanted));
    }
    leaf_ = table_.block(number, 0);
    at_ = 0;
}

}  // namespace morgue::index::glass
