#pragma once
// Where one word stands in the articles of one segment, whoever wrote it. Quick when seqs rise.
#include <optional>
#include <string>

#include "index/glass/position_cursor.hpp"
#include "index/snapshot.hpp"

namespace morgue::index {

class PositionLists {
public:
    PositionLists(const Snapshot& snapshot, std::size_t segment, const std::string& word)
        : database_(snapshot.segment(segment)), word_(word) {
        if (const auto* mapped = snapshot.mapped().at(segment))
            cursor_.emplace(mapped->positions, word);
    }

    // Appends the positions from `first` to `last`.
    void read(Seq seq, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& out) {
        if (cursor_) {
            cursor_->read(seq, first, last, out);
            return;
        }
        const auto end = database_.positionlist_end(seq, word_);
        for (auto at = database_.positionlist_begin(seq, word_); at != end; ++at)
            if (*at >= first && *at <= last) out.push_back(*at);
    }

private:
    const Xapian::Database& database_;
    const std::string& word_;
    std::optional<glass::PositionCursor> cursor_;
};

}  // namespace morgue::index
