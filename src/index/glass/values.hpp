#pragma once
// The values of documents as entries of the postlist table, slot by slot. docs/glass.md, "Values".
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass/table.hpp"

namespace morgue::index::glass {

class ValueWriter {
public:
    static constexpr std::uint32_t slots = 128;  // more would not sort in the order of their keys

    // Documents ascend in each slot; `value` is not empty.
    void add(std::uint32_t slot, Docid docid, std::string_view value);

    // The last document that has a value in the slot, or 0.
    Docid last(std::uint32_t slot) const;

    // Statistics, then chunks.
    void write(TableWriter& table) const;

private:
    struct Chunk {
        Docid first;
        std::string tag;
    };
    struct Slot {
        std::vector<Chunk> chunks;
        Docid last = 0;
        std::uint64_t frequency = 0;
        std::string lower, upper;
    };

    std::map<std::uint32_t, Slot> slots_;
};

}  // namespace morgue::index::glass
