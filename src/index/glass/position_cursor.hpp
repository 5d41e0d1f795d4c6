#pragma once
// Looks positions up in the position table of a published segment. docs/glass.md, "Positions".
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass/mapped_table.hpp"

namespace morgue::index::glass {

// The positions of one term, article by article. Quick when ids rise.
class PositionCursor {
public:
    PositionCursor(const MappedTable& table, std::string_view term);

    // The list of a document as it is coded, until the next call; none if there is none.
    std::optional<std::string_view> list(Docid docid);

    // Appends those from `first` to `last` to `out`; false if there are none. Throws
    // Error::Kind::corrupt.
    bool read(Docid docid, std::uint32_t first, std::uint32_t last,
              std::vector<std::uint32_t>& out);

private:
    bool find(unsigned component, LeafItem& item);
    bool in_leaf() const;
    void descend(unsigned component);

    const MappedTable& table_;
    std::string key_;
    std::size_t term_size_;  // of key_
    BlockView leaf_;         // the block it was looked for in; none yet
    unsigned at_ = 0;        // no item before this one in leaf_ is of a later article
    Docid docid_ = 0;        // the last article
    std::string joined_;     // of several components
    std::vector<std::uint32_t> positions_;
};

}  // namespace morgue::index::glass
