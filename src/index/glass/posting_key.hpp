#pragma once
// What an entry of the postlist table is, told by its key. docs/glass.md, "Keys of the postlist".
#include <string_view>

#include "index/glass/codes.hpp"

namespace morgue::index::glass {

struct PostingKey {
    enum class Kind { metadata, value_statistics, value_chunk, lengths, term } kind;
    std::string_view list;   // the key of the list's first chunk: the escaped term, or 00 E0
    std::uint32_t slot = 0;  // of a value
    Docid first = 0;         // of a chunk; 0: the list's first, whose tag tells it
};

PostingKey parse_posting_key(std::string_view key);

}  // namespace morgue::index::glass
