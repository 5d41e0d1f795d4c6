#pragma once
// Posting lists and document lengths as entries of the postlist table: chunks of about 2000 bytes,
// the first under the bare key. docs/glass.md, "Posting lists".
#include <string>
#include <string_view>
#include <vector>

#include "index/glass/table.hpp"

namespace morgue::index::glass {

// Of the document lengths; also begins the keys of their chunks.
inline constexpr std::string_view lengths_key{"\0\xE0", 2};

inline constexpr std::size_t chunk_bytes = 2000;  // a chunk that has as many is full

// A stretch of a list as its chunk stores it, without the header.
struct Chunk {
    Docid first = 0, last = 0;
    std::string_view bytes;  // wdf of the first, then (gap - 1, wdf) of each further one
};

// Gathers one list, then writes its chunks.
class PostingListWriter {
public:
    explicit PostingListWriter(TableWriter& table) : table_(table) {}

    // Documents ascend.
    void add(Docid docid, std::uint64_t wdf);

    // A whole chunk behind what was added, its bytes unchanged.
    void append(const Chunk& chunk);

    // `key`: put_sort_string(term, last), or lengths_key with both frequencies 0.
    void finish(std::string_view key, std::uint64_t term_frequency,
                std::uint64_t collection_frequency);

private:
    struct Stretch {
        Docid first, last;
        std::size_t begin;  // in bytes_
    };

    void begin_chunk(Docid first);

    TableWriter& table_;
    std::string bytes_;
    std::vector<Stretch> chunks_;
    std::string key_, tag_;  // kept for their memory
};

}  // namespace morgue::index::glass
