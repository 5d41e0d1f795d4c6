#pragma once
// Reads a table from its first entry to its last, whoever wrote it. Every offset is checked: a
// damaged block is thrown as Error::Kind::corrupt.
#include <filesystem>
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
        std::string_view block;
        unsigned at, end;  // offsets in its directory
    };
    struct Item {
        std::string_view key, tag;
        std::uint8_t flags;
    };

    void descend(std::uint32_t block, unsigned level);
    bool next_item(Item& item);
    Item item_of(const Level& leaf) const;

    std::string name_;
    core::MappedFile file_;
    std::vector<Level> path_;  // from the root to the open leaf
    std::string_view key_, tag_;
    std::string last_key_;
    std::string joined_;  // of several components
    bool compressed_ = false, done_ = false;
};

}  // namespace morgue::index::glass
