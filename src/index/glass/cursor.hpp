#pragma once
// Reads a table from its first entry to its last, whoever wrote it, a stretch of blocks at a time.
// Every offset is checked: a damaged block is thrown as Error::Kind::corrupt.
#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/files.hpp"
#include "index/glass/table.hpp"

namespace morgue::index::glass {

class TableCursor {
public:
    // At the first entry.
    TableCursor(const std::filesystem::path& folder, TableKind kind, const Root& root);

    bool done() const { return done_; }
    std::string_view key() const { return key_; }
    std::string_view tag() const { return tag_; }
    bool compressed() const { return compressed_; }
    void next();

private:
    struct Level {
        std::array<char, block_size> block;
        unsigned at, end;  // offsets in its directory

        std::string_view bytes() const { return {block.data(), block.size()}; }
    };
    struct Item {
        std::string_view key, tag;  // in the open leaf
        std::uint8_t flags;
    };

    void descend(std::uint32_t block, unsigned level);
    std::uint32_t next_child(Level& branch);
    void read_block(std::uint32_t number, char* to);
    bool next_item(Item& item);
    Item item_of(const Level& leaf) const;
    void join(const Item& first);

    std::string name_;
    core::ReadableFile file_;
    std::string stretch_;                         // blocks read ahead
    std::uint64_t stretch_begin_ = 0;             // where in the file they begin
    std::vector<std::unique_ptr<Level>> levels_;  // by height, the leaf first
    unsigned height_ = 0;                         // of the root
    std::string_view key_, tag_;
    std::string last_key_;
    std::string joined_key_, joined_tag_;  // of an entry in several components
    bool compressed_ = false, done_ = false;
};

}  // namespace morgue::index::glass
