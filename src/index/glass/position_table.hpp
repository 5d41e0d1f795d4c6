#pragma once
// Looks positions up in the position table of a published segment. The file is mapped, so a look-up
// costs a search in memory and no system call. docs/glass.md, "Tables" and "Positions".
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/files.hpp"
#include "index/glass/table.hpp"

namespace morgue::index::glass {

class PositionTable {
public:
    // Nothing when the segment is not of this format. Throws Error::Kind::corrupt.
    static std::unique_ptr<PositionTable> open(const std::filesystem::path& folder);

    std::string_view bytes() const { return file_.bytes(); }
    const Root& root() const { return root_; }

private:
    core::MappedFile file_;
    Root root_;
};

// The positions of one term, article by article. Quick when ids rise.
class PositionCursor {
public:
    PositionCursor(const PositionTable& table, std::string_view term);

    // Appends those from `first` to `last` to `out`; false if there are none. Throws
    // Error::Kind::corrupt.
    bool read(Docid docid, std::uint32_t first, std::uint32_t last,
              std::vector<std::uint32_t>& out);

private:
    struct Item {
        std::string_view tag;
        bool last = false;
    };

    bool find(unsigned component, Item& item);
    bool in_leaf() const;
    void descend(unsigned component);
    std::string_view block(std::uint32_t number, unsigned level) const;

    const PositionTable& table_;
    std::string key_;
    std::size_t term_size_;  // of key_
    std::string_view leaf_;  // the block it was looked for in; empty: none yet
    unsigned at_ = 0;        // no item before this one in leaf_ is of a later article
    Docid docid_ = 0;        // the last article
    std::string joined_;     // of several components
    std::vector<std::uint32_t> positions_;
};

}  // namespace morgue::index::glass
