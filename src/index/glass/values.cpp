#include "index/glass/values.hpp"

#include <cassert>

#include "index/glass/postings.hpp"

namespace morgue::index::glass {

void ValueWriter::add(std::uint32_t slot, Docid docid, std::string_view value) {
    assert(slot < slots && !value.empty());
    Slot& to = slots_[slot];
    if (to.chunks.empty() || to.chunks.back().tag.size() >= chunk_bytes)
        to.chunks.push_back({docid, {}});
    else
        put_uint(to.chunks.back().tag, docid - to.last - 1);
    put_string(to.chunks.back().tag, value);
    to.last = docid;
    if (to.frequency++ == 0) {
        to.lower = to.upper = value;
    } else if (value < to.lower) {
        to.lower = value;
    } else if (value > to.upper) {
        to.upper = value;
    }
}

Docid ValueWriter::last(std::uint32_t slot) const {
    const auto found = slots_.find(slot);
    return found == slots_.end() ? 0 : found->second.last;
}

void ValueWriter::write(TableWriter& table) const {
    std::string key, tag;
    for (const auto& [number, slot] : slots_) {
        key.assign("\0\xD0", 2);
        put_uint_last(key, number);
        tag.clear();
        put_uint(tag, slot.frequency);
        put_string(tag, slot.lower);
        if (slot.upper != slot.lower) tag.append(slot.upper);
        table.add(key, tag);
    }
    for (const auto& [number, slot] : slots_)
        for (const Chunk& chunk : slot.chunks) {
            key.assign("\0\xD8", 2);
            put_uint(key, number);
            put_sort_uint(key, chunk.first);
            table.add(key, chunk.tag);
        }
}

}  // namespace morgue::index::glass
