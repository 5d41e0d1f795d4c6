#include "index/glass/table_reader.hpp"

#include "index/glass/damage.hpp"

namespace morgue::index::glass {

namespace {

constexpr unsigned most_components = 65'536;

std::string_view part(std::string_view block, std::size_t offset, std::size_t size) {
    if (offset + size > block.size()) damaged("an item reaches out of its block");
    return block.substr(offset, size);
}

// What an item begins with: the tag of a leaf item or the block that a branch item leads to, by key
// and component.
struct Head {
    std::string_view key;
    unsigned component;
};

Head branch_head(std::string_view block, unsigned offset) {
    const auto key = std::uint8_t(part(block, offset + 4, 1)[0]);
    const std::string_view rest = part(block, offset + 5, key + 2u);
    return {rest.substr(0, key), read_be(&rest[key], 2)};
}

Head leaf_head(std::string_view block, unsigned offset) {
    const std::string_view start = part(block, offset, 3);
    const auto key = std::uint8_t(start[2]);
    const bool first = std::uint8_t(start[0]) & first_component;
    const std::string_view rest = part(block, offset + 3, key + (first ? 0u : 2u));
    return {rest.substr(0, key), first ? 1 : read_be(&rest[key], 2)};
}

// Whether an item stands at or before what is looked for.
bool not_after(const Head& head, std::string_view key, unsigned component) {
    const int order = head.key.compare(key);
    return order != 0 ? order < 0 : head.component <= component;
}

// The last entry of a block's directory that is not after; `end` if all are.
template <class HeadOf>
unsigned last_not_after(std::string_view block, unsigned end, HeadOf head_of, std::string_view key,
                        unsigned component) {
    unsigned low = 0, high = (end - block_header) / directory_entry;
    while (low < high) {
        const unsigned middle = low + (high - low) / 2;
        const unsigned at = block_header + middle * directory_entry;
        if (not_after(head_of(block, read_be(&block[at], 2)), key, component))
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? end : block_header + (low - 1) * directory_entry;
}

}  // namespace

TableReader::TableReader(const std::filesystem::path& folder, TableKind kind, const Root& root)
    : name_(shape(kind).file), root_(root) {
    if (root.blocks > 0) file_ = core::MappedFile(folder / shape(kind).file);
}

void TableReader::fail(const char* what) const {
    damaged(name_ + ' ' + what);
}

std::string_view TableReader::block(std::uint32_t number, unsigned level) const {
    const std::size_t offset = std::size_t(number) * block_size;
    if (offset + block_size > file_.bytes().size()) fail("is cut off");
    const std::string_view bytes = file_.bytes().substr(offset, block_size);
    const unsigned end = read_be(&bytes[9], 2);
    if (std::uint8_t(bytes[4]) != level || end > block_size || end <= block_header)
        fail("has a block out of place");
    return bytes;
}

std::optional<TableReader::Item> TableReader::find(std::string_view key, unsigned component) const {
    std::uint32_t number = root_.block;
    for (unsigned level = root_.level; level > 0; --level) {
        const std::string_view branch = block(number, level);
        const unsigned end = read_be(&branch[9], 2);
        const unsigned at = last_not_after(branch, end, branch_head, key, component);
        // before the second item there is no bound
        const unsigned entry = at == end ? block_header : at;
        number = read_be(part(branch, read_be(&branch[entry], 2), 4).data(), 4);
    }
    const std::string_view leaf = block(number, 0);
    const unsigned end = read_be(&leaf[9], 2);
    const unsigned at = last_not_after(leaf, end, leaf_head, key, component);
    if (at == end) return std::nullopt;
    const unsigned offset = read_be(&leaf[at], 2);
    const Head head = leaf_head(leaf, offset);
    if (head.key != key || head.component != component) return std::nullopt;
    const unsigned size = (read_be(&leaf[offset], 2) & 0x1FFF) + 3;
    const unsigned tag = 3u + unsigned(key.size()) + (component > 1 ? 2 : 0);
    if (tag > size) fail("has an item without room for its key");
    return Item{part(leaf, offset, size).substr(tag),
                (std::uint8_t(leaf[offset]) & last_component) != 0};
}

std::optional<std::string_view> TableReader::find(std::string_view key) {
    if (root_.blocks == 0) return std::nullopt;
    std::optional<Item> item = find(key, 1);
    if (!item) return std::nullopt;
    if (item->last_component) return item->tag;
    joined_.assign(item->tag);
    for (unsigned component = 2; !item->last_component; ++component) {
        item = component < most_components ? find(key, component) : std::nullopt;
        if (!item) fail("lacks the end of an entry");
        joined_.append(item->tag);
    }
    return joined_;
}

}  // namespace morgue::index::glass
