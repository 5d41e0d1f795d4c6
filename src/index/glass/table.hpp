#pragma once
// Writes one table (a B-tree file) from entries that come in key order: from the leaves up, each
// block once, appending only. docs/glass.md, "Tables".
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/output_file.hpp"
#include "index/glass/block.hpp"

namespace morgue::index::glass {

// Which table; the order is that of the version file.
enum class TableKind : std::uint8_t { postlist, docdata, termlist, position, spelling, synonym };
inline constexpr unsigned table_count = 6;

struct TableShape {
    std::string_view file;
    unsigned compress_min;  // tags longer than this may be deflated; 0: never
};
const TableShape& shape(TableKind kind);

// Where a table's tree begins, as the version file tells it.
struct Root {
    std::uint32_t block = 0;
    unsigned level = 0;
    std::uint64_t entries = 0;
    std::uint32_t blocks = 0;  // of the file; 0: there is no file
};

inline constexpr std::uint32_t first_revision = 1;
inline constexpr std::size_t max_key = 255;  // bytes

class TableWriter {
public:
    // The file is made with the first entry.
    TableWriter(const std::filesystem::path& folder, TableKind kind);

    // Keys ascend. A tag goes in as it is: `compressed` says that its bytes are deflated already.
    void add(std::string_view key, std::string_view tag, bool compressed = false);

    std::string_view last_key() const { return last_key_; }

    // Makes the file even when nothing was added.
    void create();

    // Writes what is open and syncs.
    Root finish();

private:
    struct Level {
        Block block;
        std::string separator;  // the least key that may stand in this block, shortened
        unsigned component = 1;
    };

    void add_item(std::string_view key, unsigned component, std::string_view tag,
                  std::uint8_t flags);
    void add_long(std::string_view key, std::string_view tag, std::uint8_t compressed);
    std::size_t first_component_size(std::size_t key, std::size_t tag) const;
    void next_leaf(std::string_view key, unsigned component);
    void add_child(unsigned level, std::string_view key, unsigned component, std::uint32_t child);
    std::uint32_t write(unsigned level);

    std::filesystem::path path_;
    core::OutputFile file_;
    std::vector<std::unique_ptr<Level>> levels_;  // the leaf first
    std::string last_key_;
    std::uint64_t entries_ = 0;
    std::uint32_t blocks_ = 0;
};

}  // namespace morgue::index::glass
